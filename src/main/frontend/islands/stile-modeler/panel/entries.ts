import { CheckboxEntry, SelectEntry, TextAreaEntry, TextFieldEntry, isCheckboxEntryEdited, isSelectEntryEdited, isTextAreaEntryEdited,
  isTextFieldEntryEdited } from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import type { Drawn, Services } from '../types';

export type Choice = { value: string; label: string; disabled?: boolean };
export type Entry = { id: string; component: (props: { element: Drawn; id: string }) => unknown; isEdited?: (node: unknown) => boolean };
export type Group = { id: string; label: string; entries: Entry[]; shouldOpen?: boolean };

type Field = {
  id: string;
  label: string;
  about?: string;
  get(element: Drawn): string;
  set(element: Drawn, value: string): void;
  check?(value: string): string | undefined;
};

/** Makes the fields of the panel; in a model that somebody may only look at, none of them takes anything. */
export class Entries {
  private readonly debounce: (work: unknown) => unknown;

  constructor(services: Services, private readonly readonly: boolean) {
    this.debounce = services.get('debounceInput');
  }

  text(field: Field): Entry {
    return this.entry(field, TextFieldEntry, isTextFieldEntryEdited);
  }

  words(field: Field, rows = 3): Entry {
    return this.entry(field, TextAreaEntry, isTextAreaEntryEdited, { rows, autoResize: true });
  }

  choice(field: Field & { choices(element: Drawn): Choice[] }): Entry {
    const getOptions = (element: Drawn): Choice[] => {
      const choices = field.choices(element);
      const value = field.get(element);
      return choices.some(choice => choice.value === value) ? choices : [{ value, label: value ? `${value} (unknown)` : 'Choose…' }, ...choices];
    };
    return {
      id: field.id,
      isEdited: isSelectEntryEdited as Entry['isEdited'],
      component: ({ element, id }) => h(SelectEntry as never, { ...this.common(field, element, id), getOptions: () => getOptions(element) } as never),
    };
  }

  check(field: Omit<Field, 'get' | 'set'> & { get(element: Drawn): boolean; set(element: Drawn, value: boolean): void }): Entry {
    return this.entry(field as never, CheckboxEntry, isCheckboxEntryEdited);
  }

  /** A part of the panel that is no field: words, a link, a button. */
  part(id: string, render: (element: Drawn) => unknown): Entry {
    return { id, component: ({ element }) => h('div', { class: 'stile-part', 'data-entry-id': id }, render(element) as never) };
  }

  button(id: string, label: string, act: (element: Drawn) => void, isPrimary = false): Entry {
    return this.part(id, element => h('button', { type: 'button', class: isPrimary ? 'b b-s b-p' : 'b b-s', disabled: this.readonly,
      onClick: () => act(element) }, label));
  }

  get isReadonly(): boolean {
    return this.readonly;
  }

  private entry(field: Field, component: unknown, isEdited: unknown, more: object = {}): Entry {
    return { id: field.id, isEdited: isEdited as Entry['isEdited'],
      component: ({ element, id }) => h(component as never, { ...this.common(field, element, id), ...more } as never) };
  }

  private common(field: Field, element: Drawn, id: string): object {
    return {
      element, id, label: field.label, description: field.about, disabled: this.readonly, debounce: this.debounce,
      getValue: () => field.get(element), validate: field.check,
      setValue: (value: never, error?: string) => {
        if (!error && !this.readonly) {
          field.set(element, (value ?? '') as never);
        }
      },
    };
  }
}

/** The choices of a list of keys with names. */
export const choices = (list: { key: string; name: string }[], none?: string): Choice[] =>
  [...(none === undefined ? [] : [{ value: '', label: none }]), ...list.map(({ key, name }) => ({ value: key, label: name }))];
