import { el } from '../dom';
import type { Modeler } from '../modeler';
import type { Drawn } from '../types';
import type { Words } from '../words';
import type { Naming } from './Naming';

/** Running requests know a step by its id. Whoever changes its label is asked whether the id is to follow. */
export function askRename(modeler: Modeler, { element, id }: { element: Drawn; id: string }, words: Words): Promise<void> {
  const count = words.running[element.id] ?? 0;
  const stand = count === 1 ? '1 running request stands' : `${count} running requests stand`;
  const dialog = el('dialog', { 'aria-labelledby': 'rename-title' },
    el('header', {}, el('h2', { id: 'rename-title' }, 'Is it still the same step?')),
    el('div', { class: 'body' }, el('p', {}, `${stand} on “${element.businessObject.name}”, which the engine knows as `, el('code', {}, element.id), '.'),
      el('p', {}, 'If it is still the same step, keep that. If it has become another one, it gets a name of its own, and when you publish you say where those requests go on.')),
    el('footer', {}, el('form', { method: 'dialog' }, el('button', { class: 'b', value: 'rename' }, 'It is another step'), ' ',
      el('button', { class: 'b b-p', value: 'keep', autofocus: true }, 'It is the same step'))));
  document.body.append(dialog);
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (dialog.returnValue === 'rename') {
        modeler.get<Naming>('stileNaming').rename(element, id);
      }
      resolve();
    });
    dialog.showModal();
  });
}
