import { h } from '@bpmn-io/properties-panel/preact';
import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { Comparison, Condition } from '../conditions/condition';
import { knownAt, type Known } from '../conditions/known';
import { readCondition } from '../conditions/read';
import { sayCondition } from '../conditions/say';
import { writeCondition } from '../conditions/write';
import type { Drawn } from '../types';
import { comparisonFields, firstComparison, type Change } from './ComparisonFields';
import type { Entry } from './entries';
import type { Panel } from './Provider';

type Props = { element: Drawn; panel: Panel };

/** Builds the condition of a flow from the names that are known where it leaves. */
export function ConditionEntry(panel: Panel): Entry {
  return { id: 'condition', component: Builder, panel } as Entry;
}

function Builder({ element, panel }: Props): unknown {
  const text: string = element.businessObject.conditionExpression?.body ?? '';
  const read = text ? readCondition(text) : [];
  const [condition, setCondition] = useState<Condition>(read ?? []);
  useEffect(() => setCondition(read ?? []), [text, element]);
  const known = knownAt(element, panel.words);
  const keep = (next: Condition): void => {
    setCondition(next);
    panel.properties.expression(element, element.businessObject, 'conditionExpression', writeCondition(next));
  };
  if (!read) {
    return asWritten(text, panel.entries.isReadonly, () => keep([]));
  }
  return h('div', { class: 'stile-condition', 'data-entry-id': 'condition' }, [
    h('p', { class: 'stile-sentence', 'aria-live': 'polite' }, condition.length ? sentence(sayCondition(condition, known)) : 'No condition yet.'),
    known.names.length === 0 ? h('p', { class: 'stile-hint' }, 'Nothing is known here yet: no earlier step has a form, and no table decides.') : null,
    ...(panel.entries.isReadonly ? [] : rows(condition, known, keep)),
  ]);
}

function rows(condition: Condition, known: Known, keep: (next: Condition) => void): unknown[] {
  const groups = condition.map((group, at) => h('fieldset', { class: 'stile-group' }, [
    h('legend', { class: 'sr' }, at === 0 ? 'Condition' : `Or, ${at + 1}`),
    at > 0 ? h('p', { class: 'stile-join', 'aria-hidden': 'true' }, 'or') : null,
    ...group.map((comparison, row) => comparisonFields({
      comparison, known, id: `stile-condition-${at}-${row}`, isFirst: row === 0,
      change: next => keep(changed(condition, at, row, next)),
    })),
    h('button', { type: 'button', class: 'b b-s b-t', onClick: () => keep(withAnd(condition, at, known)) }, 'and…'),
  ]));
  const add = h('button', { type: 'button', class: 'b b-s', onClick: () => keep([...condition, [firstComparison(known)]]),
    disabled: known.names.length === 0 }, condition.length ? 'or…' : 'Add a condition');
  return [...groups, add];
}

function asWritten(text: string, readonly: boolean, clear: () => void): unknown {
  return h('div', { class: 'stile-condition', 'data-entry-id': 'condition' }, [
    h('p', { class: 'stile-hint' }, 'This condition says more than can be shown here. It is left as it is.'),
    h('code', { class: 'stile-written' }, text.replace(/^[$#]\{|\}$/g, '')),
    readonly ? null : h('button', { type: 'button', class: 'b b-s', onClick: clear }, 'Build it anew'),
  ]);
}

function changed(condition: Condition, at: number, row: number, next: Parameters<Change>[0]): Condition {
  return condition.map((group, index) => (index !== at ? group
    : group.flatMap<Comparison>((comparison, place) => (place !== row ? [comparison] : next ? [next] : [])))).filter(group => group.length > 0);
}

function withAnd(condition: Condition, at: number, known: Known): Condition {
  return condition.map((group, index) => (index === at ? [...group, firstComparison(known)] : group));
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
