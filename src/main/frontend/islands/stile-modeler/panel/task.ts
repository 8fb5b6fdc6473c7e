import { h } from '@bpmn-io/properties-panel/preact';
import type { Leave } from '../modeler';
import { templateOf } from '../parts/kinds';
import { Maker } from '../parts/Maker';
import type { Drawn } from '../types';
import { choices, type Entry, type Group } from './entries';
import { make } from './made';
import { documentation, property } from './properties';
import type { Panel } from './Provider';

const NAME = (value: string): string | undefined => (/^[a-z][A-Za-z0-9]*$/.test(value) ? undefined : 'One word that begins with a small letter: eligibility');

/** What the platform does by itself: an action, a decision, a protocol. */
export function taskGroups(panel: Panel, element: Drawn): Group[] {
  const { entries, properties } = panel;
  const fields: Record<string, () => Group[]> = {
    'bpmn:ServiceTask': () => [{ id: 'action', label: 'What is done', entries: [action(panel)] }],
    'bpmn:BusinessRuleTask': () => [{ id: 'decision', label: 'What decides', entries: decision(panel, element) }],
    'bpmn:CallActivity': () => [{ id: 'call', label: 'What runs', entries: [call(panel)] }],
  };
  const words: Group = { id: 'words', label: 'In words', entries: [entries.words({ id: 'documentation', label: 'What it is for',
    get: ({ businessObject }) => documentation(businessObject), set: (task, text) => properties.setDocumentation(task, text) }, 3)] };
  const known = fields[element.type];
  return known ? [...known(), words] : [];
}

function action({ entries, words, properties, services }: Panel): Entry {
  return entries.choice({
    id: 'action', label: 'Action', get: ({ businessObject }) => property(businessObject, 'action'), choices: () => choices(words.actions),
    set: (task, name) => {
      properties.set(task, 'action', name);
      new Maker(services).applyTemplate(task, templateOf(name));
    },
  });
}

function decision({ entries, words, properties, services }: Panel, element: Drawn): Entry[] {
  const ref = (task: Drawn): string => task.businessObject.get('camunda:decisionRef') ?? '';
  const leave = services.get<Leave>('stileLeave');
  const list = [
    entries.choice({
      id: 'decisionRef', label: 'Decision table', get: ref, choices: () => words.decisions.map(({ id, name }) => ({ value: id, label: name })),
      set: (task, id) => properties.update(task, decided(task, id)),
    }),
    entries.text({ id: 'result', label: 'Its result is called', about: 'By this name conditions compare it.', check: NAME,
      get: ({ businessObject }) => businessObject.get('camunda:resultVariable') ?? '',
      set: (task, name) => properties.update(task, { 'camunda:resultVariable': name || undefined }) }),
  ];
  const chosen = words.decisions.find(({ id }) => id === ref(element));
  if (chosen) {
    list.push(entries.part('openDecision', () => h('button', { type: 'button', class: 'b b-s',
      onClick: () => leave(`/studio/${words.model}/decisions/${chosen.id}`) }, 'Open the table')));
  } else {
    list.push(entries.button('newDecision', 'Make a decision table', task =>
      void make(words, 'decisions', { title: task.businessObject.name ?? 'Decision' }).then(table => {
        if (table) {
          properties.update(task, decided(task, table.id));
          leave(table.address);
        }
      })));
  }
  return list;
}

function call({ entries, words, properties }: Panel): Entry {
  return entries.choice({ id: 'protocol', label: 'Protocol', get: ({ businessObject }) => businessObject.get('calledElement') ?? '',
    choices: () => choices(words.protocols),
    set: (task, protocol) => properties.update(task, { calledElement: protocol || undefined, 'camunda:calledElementBinding': 'latest' }) });
}

function decided(task: Drawn, id: string): object {
  return { 'camunda:decisionRef': id || undefined, 'camunda:decisionRefBinding': 'deployment', 'camunda:mapDecisionResult': 'singleEntry',
    'camunda:resultVariable': task.businessObject.get('camunda:resultVariable') || resultName(id) };
}

/** `phone-swap-eligibility` gives `eligibility`. */
function resultName(decision: string): string {
  return decision.split('-').at(-1) ?? decision;
}
