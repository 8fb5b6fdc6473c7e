import type { Drawn } from '../types';
import { choices, type Group } from './entries';
import { documentation, property } from './properties';
import type { Panel } from './Provider';
import { target } from './TargetEntry';

const DAYS = (value: string): string | undefined => (/^[1-9]\d{0,3}$/.test(value) ? undefined : 'A number of days from 1 to 9999');

/** What the model as a whole carries. */
export function processGroups(panel: Panel, element: Drawn): Group[] {
  const { entries, properties, words } = panel;
  const of = (name: string): { get(element: Drawn): string; set(element: Drawn, value: string): void } =>
    ({ get: ({ businessObject }) => property(businessObject, name), set: (process, value) => properties.set(process, name, value) });
  const groups: Group[] = [
    { id: 'process', label: 'This model', entries: [
      entries.text({ id: 'processName', label: 'Name', get: ({ businessObject }) => businessObject.name ?? '',
        set: (process, name) => properties.update(process, { name: name.trim() || undefined }) }),
      entries.words({ id: 'about', label: 'What it is for', get: ({ businessObject }) => documentation(businessObject),
        set: (process, text) => properties.setDocumentation(process, text) }, 3),
      entries.choice({ id: 'processOwner', label: 'Process owner', about: 'Accountable for this model; may change it.', ...of('processOwner'),
        choices: () => choices(words.processOwners) }),
      entries.text({ id: 'history', label: 'Keep what happened for (days)', check: DAYS,
        get: ({ businessObject }) => /^P(\d+)D$/.exec(businessObject.get('camunda:historyTimeToLive') ?? '')?.[1] ?? '',
        set: (process, days) => properties.update(process, { 'camunda:historyTimeToLive': `P${days}D` }) }),
    ] },
    { id: 'promise', label: 'What the customer is promised', entries: [
      target({ id: 'promise', label: 'Promise', about: 'From opening the request to closing it.', readonly: entries.isReadonly, ...of('promise') }),
      entries.choice({ id: 'calendar', label: 'Counted in the calendar of', ...of('calendar'), choices: () => choices(words.calendars, 'the front office') }),
      entries.choice({ id: 'ownerPolicy', label: 'Who owns a request', about: 'A department: its least loaded member who is there.', ...of('ownerPolicy'),
        choices: () => [{ value: 'opener', label: 'whoever opened it' }, ...choices(words.departments)] }),
      entries.check({ id: 'verification', label: 'The caller must have been verified',
        get: ({ businessObject }) => property(businessObject, 'verification') === 'required',
        set: (process, required) => properties.set(process, 'verification', required ? 'required' : '') }),
    ] },
  ];
  // A protocol promises nothing: its fields would only lead astray.
  const isProtocol = property(element.businessObject, 'kind') === 'protocol';
  return groups.filter(({ id }) => !(isProtocol && id === 'promise')).map(group => ({ ...group, shouldOpen: true }));
}
