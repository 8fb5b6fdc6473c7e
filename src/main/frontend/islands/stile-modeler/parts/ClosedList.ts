import type { Drawn, EventBus } from '../types';

const ALLOWED = new Set(['bpmn:Process', 'bpmn:StartEvent', 'bpmn:EndEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent', 'bpmn:BoundaryEvent',
  'bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:ReceiveTask', 'bpmn:BusinessRuleTask', 'bpmn:CallActivity', 'bpmn:SubProcess', 'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway', 'bpmn:InclusiveGateway', 'bpmn:EventBasedGateway', 'bpmn:SequenceFlow', 'bpmn:TextAnnotation', 'bpmn:Association', 'bpmn:Group', 'label']);

/** What the gate would refuse cannot be drawn either, not even by pasting it. */
export class ClosedList {
  static $inject = ['eventBus'];

  constructor(eventBus: EventBus) {
    eventBus.on('commandStack.elements.create.canExecute', 4000, ({ context }) =>
      (context.elements as Drawn[]).every(({ type }) => ALLOWED.has(type)) ? undefined : false);
    eventBus.on('copyPaste.pasteElement', 4000, ({ descriptor }: { descriptor: { type: string } }) => (ALLOWED.has(descriptor.type) ? undefined : false));
  }
}
