import type { Words } from '../words';
import { templateOf } from './kinds';

/** An element template for each action of the catalogue; all that it sets is which action is meant. */
export function templates(words: Words): object[] {
  return words.actions.map(action => ({
    name: action.name,
    id: templateOf(action.key),
    version: 1,
    description: action.effect ?? undefined,
    appliesTo: ['bpmn:ServiceTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    properties: [{ type: 'Hidden', value: action.key, binding: { type: 'camunda:property', name: 'action' } }],
  }));
}
