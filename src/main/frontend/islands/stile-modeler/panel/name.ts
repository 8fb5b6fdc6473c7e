import { h } from '@bpmn-io/properties-panel/preact';
import type { Drawn, Modeling } from '../types';
import type { Group } from './entries';
import type { Panel } from './Provider';

/** What people call the kinds of parts. */
const KINDS: Record<string, string> = {
  'bpmn:StartEvent': 'Start', 'bpmn:EndEvent': 'End', 'bpmn:UserTask': 'Department step', 'bpmn:ServiceTask': 'Action', 'bpmn:BusinessRuleTask': 'Decision',
  'bpmn:CallActivity': 'Protocol', 'bpmn:ExclusiveGateway': 'Choice', 'bpmn:ParallelGateway': 'In parallel', 'bpmn:InclusiveGateway': 'One or several',
  'bpmn:EventBasedGateway': 'Whichever comes first', 'bpmn:IntermediateCatchEvent': 'Wait', 'bpmn:BoundaryEvent': 'Meanwhile',
  'bpmn:SubProcess': 'Part of its own', 'bpmn:TextAnnotation': 'Note', 'bpmn:SequenceFlow': 'Way',
};
const ABOUT: Record<string, [string, string]> = {
  'bpmn:UserTask': ['Label', 'Verb and object: “Reserve the handset”.'],
  'bpmn:ServiceTask': ['Label', 'Verb and object: “Tell the owner”.'],
  'bpmn:BusinessRuleTask': ['Label', 'Verb and object: “Check eligibility”.'],
  'bpmn:SequenceFlow': ['Answer', 'Behind a choice: the answer that leads this way. Otherwise nothing.'],
  'bpmn:EndEvent': ['Label', 'What has come of the request: “Phone swapped”.'],
  'bpmn:TextAnnotation': ['Text', ''],
};

/** What is written on the element. The id follows it by itself. */
export function nameGroup({ entries, services }: Panel, element: Drawn): Group {
  const [label, about] = element.type.endsWith('Gateway') ? ['Question', 'A choice asks: “In stock?”. Ways that go on in parallel have none.']
    : ABOUT[element.type] ?? ['Label', 'Object and state: “Reservation late”.'];
  const attribute = element.type === 'bpmn:TextAnnotation' ? 'text' : 'name';
  return {
    id: 'name', label: KINDS[element.type] ?? 'Part',
    entries: [
      entries.words({
        id: 'name', label, about, get: ({ businessObject }) => businessObject.get(attribute) ?? '',
        set: (target, text) => services.get<Modeling>('modeling').updateLabel(target, text.replace(/\s*\n\s*/g, ' ')),
      }, 1),
    ],
  };
}

/** By what conditions, forms and the engine know it. Last, so that nothing moves below the pointer when it follows the label. */
export function idGroup({ entries }: Panel): Group {
  return { id: 'known', label: 'Known as', entries: [entries.part('id', ({ id }) => h('p', { class: 'stile-id' }, h('code', null, id)))] };
}
