import type { Drawn, Node } from '../types';
import { knownAt } from '../conditions/known';
import { ensureMessage } from '../parts/roots';
import type { Choice, Entry, Group } from './entries';
import { formEntries } from './form';
import { definition, documentation, property } from './properties';
import type { Panel } from './Provider';

const TIMER = 'bpmn:TimerEventDefinition';
const MESSAGE = 'bpmn:MessageEventDefinition';
const WORDS = (value: string): string | undefined => (/^[a-z]+(-[a-z]+)*$/.test(value) ? undefined : 'Small letters with hyphens: goods-arrived');

/** What an event waits for, and what comes of it. */
export function eventGroups(panel: Panel, element: Drawn): Group[] {
  const node = element.businessObject;
  const groups: Group[] = [];
  if (definition(node, TIMER)) {
    groups.push({ id: 'timer', label: 'When', entries: [instant(panel, element)] });
  }
  if (definition(node, MESSAGE)) {
    groups.push({ id: 'message', label: 'What is told', entries: [message(panel)] });
  }
  if (element.type === 'bpmn:BoundaryEvent' && !definition(node, 'bpmn:EscalationEventDefinition')) {
    groups.push({ id: 'interrupts', label: 'What becomes of the step', entries: [interrupts(panel)] });
  }
  if (element.type === 'bpmn:StartEvent' && element.parent?.type === 'bpmn:Process') {
    groups.push(guide(panel), { id: 'form', label: 'Form', entries: formEntries(panel, element) });
  }
  if (element.type === 'bpmn:EndEvent') {
    groups.push({ id: 'outcome', label: 'Outcome', entries: [outcome(panel)] });
  }
  return groups;
}

function instant({ entries, properties, words }: Panel, element: Drawn): Entry {
  const fields = knownAt(element, words).names.filter(({ type }) => type === 'moment').map<Choice>(({ key, label, from }) => ({ value: key, label: `${label} (${from})` }));
  const all = [...words.instants.map<Choice>(({ key, name }) => ({ value: key, label: name })), ...fields];
  return entries.choice({
    id: 'instant', label: 'At', about: 'An instant of the platform, or a date with time that an earlier form asks for.', choices: () => all,
    get: ({ businessObject }) => {
      const text: string = definition(businessObject, TIMER)?.timeDate?.body ?? '';
      return /^\$\{\s*(\w+)\s*\}$/.exec(text)?.[1] ?? text;
    },
    set: (event, name) => {
      const timer = definition(event.businessObject, TIMER)!;
      properties.expression(event, timer, 'timeDate', name ? `\${${name}}` : '');
    },
  });
}

function message({ entries, properties, words, services }: Panel): Entry {
  const prefix = `${words.model}.`;
  const refOf = (node: Node): Node | undefined => definition(node, MESSAGE)?.messageRef;
  return entries.text({
    id: 'message', label: 'Message', about: `What has happened, in small letters: “withdrawn”. It is known as ${prefix}…`, check: WORDS,
    get: ({ businessObject }) => (refOf(businessObject)?.name ?? '').replace(prefix, ''),
    set: (event, word) => properties.updateDefinition(event, definition(event.businessObject, MESSAGE)!,
      { messageRef: word ? ensureMessage(services, `${prefix}${word}`) : undefined }),
  });
}

function interrupts({ entries, properties }: Panel): Entry {
  return entries.choice({
    id: 'cancelActivity', label: 'When it happens', get: ({ businessObject }) => String(businessObject.cancelActivity !== false),
    set: (event, value) => properties.update(event, { cancelActivity: value === 'true' }),
    choices: () => [{ value: 'false', label: 'the step stays open' }, { value: 'true', label: 'the step ends' }],
  });
}

function guide({ entries, properties }: Panel): Group {
  return { id: 'guide', label: 'Guide for the call', entries: [entries.words({
    id: 'guide', label: 'What to ask, what to say', about: 'One line each, beginning with “Ask:” or “Say:”.',
    get: ({ businessObject }) => documentation(businessObject), set: (start, text) => properties.setDocumentation(start, text) }, 5)] };
}

function outcome({ entries, properties }: Panel): Entry {
  return entries.check({ id: 'side', label: 'Ends a side path: this is no outcome of the request',
    get: ({ businessObject }) => property(businessObject, 'outcome') === 'none',
    set: (end, side) => properties.set(end, 'outcome', side ? 'none' : '') });
}
