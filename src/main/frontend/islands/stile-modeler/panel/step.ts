import { LateHandling } from '../late/LateHandling';
import type { Drawn, Registry } from '../types';
import { choices, type Choice, type Group } from './entries';
import { formEntries } from './form';
import { documentation, property } from './properties';
import type { Panel } from './Provider';
import { target } from './TargetEntry';

const PERCENT = (value: string): string | undefined => (/^[1-9]\d?$/.test(value) ? undefined : 'A whole number from 1 to 99');

/** The plain fields of a department step. */
export function stepGroups(panel: Panel, element: Drawn): Group[] {
  return [who(panel), when(panel, element), what(panel), { id: 'form', label: 'Form', entries: formEntries(panel, element) }, late(panel, element)];
}

function who({ entries, properties, words, services }: Panel): Group {
  const others = (element: Drawn): Choice[] => services.get<Registry>('elementRegistry')
    .filter(other => other.type === 'bpmn:UserTask' && other !== element)
    .map(other => ({ value: other.id, label: other.businessObject.name || other.id })).sort((a, b) => a.label.localeCompare(b.label));
  return {
    id: 'who', label: 'Who does it',
    entries: [
      entries.choice({
        id: 'group', label: 'Department or person', get: ({ businessObject }) => businessObject.get('camunda:candidateGroups') ?? '',
        set: (step, value) => properties.update(step, { 'camunda:candidateGroups': value || undefined }),
        choices: () => choices([...words.departments, ...words.roles]),
      }),
      entries.choice({
        id: 'notBy', label: 'Not by whoever did', about: 'For four eyes: another step whose worker may not do this one.',
        get: ({ businessObject }) => property(businessObject, 'notBy'), set: (step, value) => properties.set(step, 'notBy', value),
        choices: element => [{ value: '', label: 'nobody is left out' }, ...others(element)],
      }),
    ],
  };
}

function when({ entries, properties, words }: Panel, step: Drawn): Group {
  const ofStep = (name: string): { get(element: Drawn): string; set(element: Drawn, value: string): void } =>
    ({ get: ({ businessObject }) => property(businessObject, name), set: (step, value) => properties.set(step, name, value) });
  const isDated = property(step.businessObject, 'due') !== '';
  const due = isDated ? entries.choice({ id: 'due', label: 'Due at', ...ofStep('due'), choices: () => choices(words.instants, 'by its target') })
    : target({ id: 'sla', label: 'Target', about: 'Counted while the department works.', readonly: entries.isReadonly, ...ofStep('sla') });
  return {
    id: 'when', label: 'By when',
    entries: [
      due,
      entries.text({ id: 'warnAt', label: 'Warn when this much of it is used (percent)', ...ofStep('warnAt'), check: PERCENT }),
      entries.choice({ id: 'calendar', label: 'Counted in the calendar of', ...ofStep('calendar'), choices: () => choices(words.calendars, 'its department') }),
      target({ id: 'answerWithin', label: 'When it is returned, answer within', about: 'Nothing: 2 open hours.', optional: true, readonly: entries.isReadonly,
        ...ofStep('answerWithin') }),
    ],
  };
}

function what({ entries, properties }: Panel): Group {
  return {
    id: 'what', label: 'What to do',
    entries: [
      entries.words({ id: 'instructions', label: 'Instructions', about: 'For whoever does it.', get: ({ businessObject }) => documentation(businessObject),
        set: (step, text) => properties.setDocumentation(step, text) }, 4),
      entries.words({ id: 'customerText', label: 'What the customer sees', get: ({ businessObject }) => property(businessObject, 'customerText'),
        set: (step, text) => properties.set(step, 'customerText', text.replace(/\s*\n\s*/g, ' ')) }, 2),
    ],
  };
}

function late({ entries, services }: Panel, element: Drawn): Group {
  const handling = new LateHandling(services);
  const has = handling.timerOf(element) !== undefined;
  return {
    id: 'late', label: 'When it is late',
    entries: [has ? entries.button('removeLate', 'Remove late handling', step => handling.remove(step))
      : entries.button('addLate', 'Add late handling', step => handling.add(step), true)],
  };
}
