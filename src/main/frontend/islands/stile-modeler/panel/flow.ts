import { h } from '@bpmn-io/properties-panel/preact';
import type { Drawn } from '../types';
import type { Group } from './entries';
import { ConditionEntry } from './ConditionEntry';
import type { Panel } from './Provider';

const CHOOSING = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'];

/** When a way is taken. Only behind a choice there is something to say. */
export function flowGroups(panel: Panel, element: Drawn): Group[] {
  const { entries, properties } = panel;
  const source = element.source!;
  if (!CHOOSING.includes(source.type) || source.outgoing.length < 2) {
    const bare = element.businessObject.conditionExpression;
    return bare ? [{ id: 'condition', label: 'When', entries: [ConditionEntry(panel)] }] : [];
  }
  const isDefault = source.businessObject.default === element.businessObject;
  const makeDefault = entries.check({
    id: 'default', label: 'Otherwise: taken when no other way is', about: 'The careful answer. A choice has exactly one.',
    get: () => source.businessObject.default === element.businessObject,
    set: (flow, yes) => properties.setDefault(source, yes ? flow : undefined),
  });
  const said = entries.part('otherwise', () => h('p', { class: 'stile-sentence' }, 'Taken when no other way is.'));
  return [{ id: 'condition', label: 'When', entries: isDefault ? [makeDefault, said] : [makeDefault, ConditionEntry(panel)] }];
}
