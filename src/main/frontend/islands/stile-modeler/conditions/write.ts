import type { Comparison, Condition, Value } from './condition';

/** The text of a condition, as the model holds it; empty if there is nothing to compare. */
export function writeCondition(condition: Condition): string {
  const groups = condition.filter(group => group.length > 0);
  const several = groups.length > 1;
  const text = groups.map(group => {
    const all = group.map(writeComparison).join(' && ');
    return several && group.length > 1 ? `(${all})` : all;
  }).join(' || ');
  return text ? `\${${text}}` : '';
}

/** A text that no quotation mark and no backslash can end: the language knows no other text. */
export const plainText = (text: string): string => text.replace(/['"\\]/g, '');

function writeComparison({ name, operator, value }: Comparison): string {
  return `${name} ${operator} ${writeValue(value)}`;
}

function writeValue(value: Value): string {
  return typeof value === 'string' ? `'${plainText(value)}'` : String(value);
}
