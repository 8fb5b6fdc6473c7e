import { h } from '@bpmn-io/properties-panel/preact';
import type { Drawn } from '../types';
import { wordOf } from '../names/ids';
import type { Choice, Entry } from './entries';
import type { Leave } from '../modeler';
import { make } from './made';
import type { Panel } from './Provider';

/** Choosing the form of a step, opening it in its editor, making one. */
export function formEntries({ entries, properties, words, services }: Panel, element: Drawn): Entry[] {
  const ref = (step: Drawn): string => step.businessObject.get('camunda:formRef') ?? '';
  const own = words.forms.map<Choice>(({ id, problem }) => ({ value: id, label: shortName(id) + (problem ? ' (broken)' : '') }));
  const leave = services.get<Leave>('stileLeave');
  const made = formWord(element);
  const list = [entries.choice({
    id: 'formRef', label: 'What is asked and entered', get: ref, choices: () => [{ value: '', label: 'no form' }, ...own],
    set: (step, form) => properties.update(step, form ? { 'camunda:formRef': form, 'camunda:formRefBinding': 'deployment' }
      : { 'camunda:formRef': undefined, 'camunda:formRefBinding': undefined }),
  })];
  const chosen = words.forms.find(({ id }) => id === ref(element));
  if (chosen) {
    list.push(entries.part('openForm', () => h('button', { type: 'button', class: 'b b-s',
      onClick: () => leave(`/studio/${words.model}/forms/${shortName(chosen.id)}`) }, 'Open the form')));
  } else if (!entries.isReadonly && made && !words.forms.some(({ id }) => id === `${words.model}.${made}`)) {
    list.push(entries.button('newForm', 'Make a form for this step', step => void make(words, 'forms', { step: step.id }).then(form => {
      if (form) {
        properties.update(step, { 'camunda:formRef': form.id, 'camunda:formRefBinding': 'deployment' });
        leave(form.address);
      }
    })));
  }
  return list;
}

/** A form is called after its step: `UserTask_ReserveHandset` has `reserve-handset`; the start has `start`. */
export function formWord(element: Drawn): string {
  return element.type === 'bpmn:StartEvent' ? 'start'
    : wordOf(element.id).replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
}

const shortName = (form: string): string => form.slice(form.indexOf('.') + 1);
