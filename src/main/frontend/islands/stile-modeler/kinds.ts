import type { Drawn } from './types';

/** What people call the kinds of elements. */
export const KINDS: Record<string, string> = {
  'bpmn:StartEvent': 'Start', 'bpmn:EndEvent': 'End', 'bpmn:UserTask': 'Step', 'bpmn:ServiceTask': 'Action', 'bpmn:BusinessRuleTask': 'Decision',
  'bpmn:CallActivity': 'Protocol', 'bpmn:ExclusiveGateway': 'Choice', 'bpmn:ParallelGateway': 'In parallel', 'bpmn:InclusiveGateway': 'One or several',
  'bpmn:EventBasedGateway': 'Whichever comes first', 'bpmn:IntermediateCatchEvent': 'Wait', 'bpmn:BoundaryEvent': 'Meanwhile',
  'bpmn:SubProcess': 'Part of its own', 'bpmn:TextAnnotation': 'Note', 'bpmn:ReceiveTask': 'Wait for a message',
};

/** Where an element lies that has no label: "after “Reserve the handset”"; empty if nothing around it has one. */
export function beside({ incoming, outgoing, host }: Drawn): string {
  const near = [['on', host], ['after', incoming[0]?.source], ['before', outgoing[0]?.target]] as const;
  const [word, element] = near.find(([, other]) => other?.businessObject.name) ?? [];
  return element ? `${word} “${element.businessObject.name}”` : '';
}
