import { CheckboxEntry, SelectEntry, TextAreaEntry, TextFieldEntry, isCheckboxEntryEdited, isSelectEntryEdited, isTextAreaEntryEdited,
  isTextFieldEntryEdited } from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import type { Drawn, Services } from '../types';

export type Choice = { value: string; label: string; disabled?: boolean };
/** Whatever stands in a group. Its component is always the same function, so that a field keeps focus and text while others change. */
export type Entry = { id: string; component: (props: never) => unknown; isEdited?: (node: unknown) => boolean };
export type Group = { id: string; label: string; entries: Entry[]; shouldOpen?: boolean };

type Field = {
  id: string;
  label: string;
  about?: string;
  get(element: Drawn): string;
  set(element: Drawn, value: string): void;
  check?(value: string): string | undefined;
};

type Props = { element: Drawn; id: string; field: Field; kit: Entries; base: unknown; more: object };

/** Makes the fields of the panel; in a model that somebody may only look at, none of them takes anything. */
export class Entries {
  readonly debounce: (work: unknown) => unknown;

  constructor(services: Services, readonly isReadonly: boolean) {
    this.debounce = services.get('debounceInput');
  }

  text(field: Field): Entry {
    return this.entry(field, TextFieldEntry, isTextFieldEntryEdited);
  }

  words(field: Field, rows = 3): Entry {
    return this.entry(field, TextAreaEntry, isTextAreaEntryEdited, { rows, autoResize: true });
  }

  choice(field: Field & { choices(element: Drawn): Choice[] }): Entry {
    const getOptions = (element: Drawn): Choice[] => withChosen(field.choices(element), field.get(element));
    return this.entry(field, SelectEntry, isSelectEntryEdited, { getOptions });
  }

  check(field: Omit<Field, 'get' | 'set'> & { get(element: Drawn): boolean; set(element: Drawn, value: boolean): void }): Entry {
    return this.entry(field as never, CheckboxEntry, isCheckboxEntryEdited);
  }

  /** A part of the panel that is no field: words, a link, a button. */
  part(id: string, render: (element: Drawn) => unknown): Entry {
    return { id, component: PartEntry, render } as Entry;
  }

  button(id: string, label: string, act: (element: Drawn) => void, isPrimary = false): Entry {
    return this.part(id, element => h('button', { type: 'button', class: isPrimary ? 'b b-s b-p' : 'b b-s', disabled: this.isReadonly,
      onClick: () => act(element) }, label));
  }

  private entry(field: Field, base: unknown, isEdited: unknown, more: object = {}): Entry {
    return { id: field.id, component: FieldEntry, isEdited, field, base, more, kit: this } as Entry;
  }
}

function FieldEntry({ element, id, field, kit, base, more }: Props): unknown {
  return h(base as never, {
    element, id, label: field.label, description: field.about, disabled: kit.isReadonly, debounce: kit.debounce,
    getValue: () => field.get(element), validate: field.check, ...more,
    setValue: (given: never, error?: string) => {
      const value = (given ?? '') as string;
      // Leaving a field without having changed it is no change.
      if (!error && !kit.isReadonly && value !== field.get(element)) {
        field.set(element, value);
      }
    },
    ...('getOptions' in more ? { getOptions: () => (more as { getOptions(element: Drawn): Choice[] }).getOptions(element) } : {}),
  } as never);
}

function PartEntry({ element, id, render }: { element: Drawn; id: string; render(element: Drawn): unknown }): unknown {
  return h('div', { class: 'stile-part', 'data-entry-id': id }, render(element) as never);
}

/** What is chosen is shown even where it cannot be chosen any more. */
function withChosen(choices: Choice[], value: string): Choice[] {
  return choices.some(choice => choice.value === value) ? choices : [{ value, label: value ? `${value} (unknown)` : 'Choose…' }, ...choices];
}

/** The choices of a list of keys with names. */
export const choices = (list: { key: string; name: string }[], none?: string): Choice[] =>
  [...(none === undefined ? [] : [{ value: '', label: none }]), ...list.map(({ key, name }) => ({ value: key, label: name }))];
