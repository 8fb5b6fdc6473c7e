import { h } from '@bpmn-io/properties-panel/preact';
import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks';
import { readTarget, UNITS, writeTarget, type Unit } from '../targets';
import type { Drawn } from '../types';
import type { Entry } from './entries';

type Field = { id: string; label: string; about?: string; optional?: boolean; readonly: boolean; get(element: Drawn): string; set(element: Drawn, value: string): void };

/** A number and a unit, kept as the model writes a target; a wrong number stays in the field and is not kept. */
export function target(field: Field): Entry {
  return { id: field.id, component: TargetFields, field } as Entry;
}

function TargetFields({ element, field }: { element: Drawn; field: Field }): unknown {
  const text = field.get(element);
  const read = readTarget(text);
  const [typed, setTyped] = useState(read ? String(read.amount) : '');
  const [unit, setUnit] = useState<Unit>(read?.unit ?? 'hours');
  const [wrong, setWrong] = useState('');
  useEffect(() => {
    setTyped(read ? String(read.amount) : '');
    setUnit(read?.unit ?? unit);
    setWrong('');
  }, [text, element]);
  const keep = (amount: string, chosen: Unit): void => {
    const written = amount.trim() === '' ? '' : writeTarget({ amount: Number(amount), unit: chosen });
    const bad = written === undefined || (written === '' && !field.optional);
    setWrong(bad ? 'A whole number from 1 on' : '');
    if (!bad && written !== text) {
      field.set(element, written!);
    }
  };
  const id = `stile-${field.id}`;
  return h('div', { class: `bio-properties-panel-entry stile-target${wrong ? ' has-error' : ''}`, 'data-entry-id': field.id }, [
    h('label', { for: id, class: 'bio-properties-panel-label' }, field.label),
    h('div', { class: 'stile-target-fields' }, [
      h('input', { id, class: 'bio-properties-panel-input', inputMode: 'decimal', value: typed, disabled: field.readonly, autocomplete: 'off',
        'aria-invalid': wrong ? 'true' : undefined, 'aria-describedby': wrong ? `${id}-wrong` : undefined,
        onInput: (event: Event) => { setTyped((event.target as HTMLInputElement).value); },
        onChange: (event: Event) => keep((event.target as HTMLInputElement).value, unit) }),
      h('select', { 'aria-label': `${field.label}: unit`, class: 'bio-properties-panel-input', value: unit, disabled: field.readonly,
        onChange: (event: Event) => {
          const chosen = (event.target as HTMLSelectElement).value as Unit;
          setUnit(chosen);
          keep(typed, chosen);
        } }, UNITS.map(({ value, label }) => h('option', { value }, label))),
    ]),
    wrong ? h('div', { class: 'bio-properties-panel-error', id: `${id}-wrong`, role: 'alert' }, wrong)
      : field.about ? h('div', { class: 'bio-properties-panel-description' }, field.about) : null,
  ]);
}
