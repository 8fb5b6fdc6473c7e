import { h } from '@bpmn-io/properties-panel/preact';
import type { Comparison, Operator, Value } from '../conditions/condition';
import type { Known, KnownName } from '../conditions/known';
import { operatorsOf } from '../conditions/say';
import { plainText } from '../conditions/write';

export type Change = (next: Comparison | undefined) => void;
type Row = { comparison: Comparison; known: Known; id: string; isFirst: boolean; change: Change };

const INPUT = 'bio-properties-panel-input';
const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** Name, operator and value of one comparison; undefined takes it away. */
export function comparisonFields({ comparison, known, id, isFirst, change }: Row): unknown {
  const name = known.name(comparison.name);
  return h('div', { class: 'stile-comparison' }, [
    isFirst ? null : h('p', { class: 'stile-join', 'aria-hidden': 'true' }, 'and'),
    h('select', { 'aria-label': 'What is compared', class: INPUT, value: comparison.name,
      onChange: (event: Event) => change(of(known.name(valueOf(event)))) }, nameOptions(known, comparison.name)),
    h('div', { class: 'stile-compared' }, [
      h('select', { 'aria-label': 'How', class: INPUT, value: comparison.operator,
        onChange: (event: Event) => change({ ...comparison, operator: valueOf(event) as Operator }) },
      operatorsOf(name).map(({ value, label }) => h('option', { value }, label))),
      valueField(comparison, name, id, value => change({ ...comparison, value })),
      h('button', { type: 'button', class: 'b b-s b-t', 'aria-label': 'Remove this comparison', onClick: () => change(undefined) }, '×'),
    ]),
  ]);
}

/** The first name that is known, with its first value. */
export const firstComparison = (known: Known): Comparison => of(known.names[0]!);

function of(name: KnownName): Comparison {
  const value: Value = name.options[0]?.value ?? (name.type === 'truth' ? true : name.type === 'number' || name.type === 'money' ? 0 : null);
  return { name: name.key, operator: '==', value };
}

/** By where they come from: the form of a step, a table, the platform. */
function nameOptions(known: Known, chosen: string): unknown[] {
  const all = known.has(chosen) ? known.names : [known.name(chosen), ...known.names];
  return [...new Set(all.map(({ from }) => from))].map(from => h('optgroup', { label: from },
    all.filter(name => name.from === from).map(({ key, label }) => h('option', { value: key }, label))));
}

function valueField({ value }: Comparison, name: KnownName, id: string, keep: (value: Value) => void): unknown {
  const options = name.type === 'truth' ? [{ value: true, label: 'true' }, { value: false, label: 'false' }] : name.options;
  if (options.length) {
    const all = options.some(option => option.value === value) ? options : [...options, { value, label: value === null ? 'empty' : String(value) }];
    return h('select', { 'aria-label': 'Value', class: INPUT, value: String(all.findIndex(option => option.value === value)),
      onChange: (event: Event) => keep(all[Number(valueOf(event))]!.value) }, all.map(({ label }, at) => h('option', { value: String(at) }, label)));
  }
  const money = name.type === 'money';
  const isNumber = money || name.type === 'number';
  const shown = money && typeof value === 'number' ? (value / 100).toFixed(2) : value === null ? '' : String(value);
  return h('input', { 'aria-label': money ? 'Value, in money' : 'Value', class: INPUT, id, value: shown, inputMode: isNumber ? 'decimal' : 'text',
    onChange: (event: Event) => keep(isNumber ? amount(valueOf(event), money) : plainText(valueOf(event).trim()) || null), placeholder: isNumber ? undefined : 'empty' });
}

function amount(typed: string, money: boolean): number {
  const value = Number(typed.replace(',', '.')) || 0;
  return money ? Math.round(value * 100) : value;
}
