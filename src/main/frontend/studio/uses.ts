// Where the fields of a form are used elsewhere in the model: shown while a field is chosen, and before it goes.
import { call } from './call';

/** Something that names a field: a condition, a table, another form. */
export type Use = { model: string; modelName: string; where: string; how: string; href: string };

export class Uses {
  private constructor(private readonly byKey: Record<string, Use[]>) {}

  /** Those of all fields of a form; none if the server does not say. */
  static async of(model: string, form: string): Promise<Uses> {
    const answer = await call('GET', `/studio/${encodeURIComponent(model)}/uses?kind=form-fields&name=${encodeURIComponent(form)}`);
    return new Uses(answer.ok ? ((await answer.json()) as { fields: Record<string, Use[]> }).fields : {});
  }

  of(key: string | undefined): Use[] {
    return (key && this.byKey[key]) || [];
  }

  /** The field has another key now, and what used it goes on with it. */
  renamed(from: string, to: string): void {
    this.byKey[to] = this.of(from);
    delete this.byKey[from];
  }
}

export function useList(uses: Use[]): HTMLUListElement {
  const list = document.createElement('ul');
  list.className = 'use-list';
  list.append(...uses.map(use => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.className = 'link';
    link.href = use.href;
    link.textContent = use.where;
    item.append(link, ` ${use.how}`);
    return item;
  }));
  return list;
}

/** Asks before something goes that is used elsewhere. @returns whether to go on */
export function ask(title: string, text: string, uses: Use[], yes: string): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', title);
  const form = document.createElement('form');
  form.method = 'dialog';
  form.innerHTML = '<header><h2></h2></header><div class="body"><p></p></div><footer><button class="b" value="">Leave it</button><button class="b b-d" value="yes"></button></footer>';
  form.querySelector('h2')!.textContent = title;
  form.querySelector('p')!.textContent = text;
  form.querySelector('.body')!.append(useList(uses));
  form.querySelector('.b-d')!.textContent = yes;
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => {
    resolve(dialog.returnValue === 'yes');
    dialog.remove();
  }));
}
