import type { Comparison, Condition, Operator } from './condition';
import type { Known, KnownName } from './known';

/** How an operator is read, by what is compared. */
export function operatorsOf(name: KnownName): { value: Operator; label: string }[] {
  if (name.type === 'number' || name.type === 'money') {
    return [{ value: '==', label: 'is' }, { value: '!=', label: 'is not' }, { value: '<', label: 'is less than' },
      { value: '<=', label: 'is at most' }, { value: '>', label: 'is more than' }, { value: '>=', label: 'is at least' }];
  }
  return [{ value: '==', label: 'is' }, { value: '!=', label: 'is not' }];
}

/** A condition as a sentence: "if “Is the handset in stock?” is “Yes”". */
export function sayCondition(condition: Condition, known: Known): string {
  const groups = condition.map(group => group.map(comparison => say(comparison, known)).join(' and '));
  return groups.length ? `if ${groups.join(', or ')}` : 'always';
}

function say(comparison: Comparison, known: Known): string {
  const name = known.name(comparison.name);
  const operator = operatorsOf(name).find(({ value }) => value === comparison.operator)?.label ?? comparison.operator;
  return `${subject(name)} ${operator} ${sayValue(comparison, name)}`;
}

/** A question of a form is quoted; a short label reads as part of the sentence. */
function subject(name: KnownName): string {
  return /[?.:]$/.test(name.label) ? `“${name.label}”` : uncapital(name.label);
}

export function sayValue({ value }: Comparison, name: KnownName): string {
  const option = name.options.find(candidate => candidate.value === value);
  if (option) {
    return `“${option.label}”`;
  }
  if (value === null) {
    return 'empty';
  }
  if (typeof value === 'boolean') {
    return value ? 'true' : 'false';
  }
  return name.type === 'money' && typeof value === 'number' ? `${(value / 100).toFixed(2)}` : typeof value === 'string' ? `“${value}”` : String(value);
}

function uncapital(label: string): string {
  return /^[A-Z][a-z ]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
