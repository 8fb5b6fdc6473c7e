/** A form-js schema, as far as the island looks into it. */
export type Schema = { components?: Component[] };
type Component = {
  type?: string; subtype?: string; use24h?: boolean; label?: string; description?: string; components?: Component[];
  validate?: { pattern?: string; patternErrorMessage?: string };
};

/** The form as people here read it: hours from 0 to 24, and words instead of a pattern, whatever its author left unsaid. */
export function forPeople<T extends Schema>(schema: T): T {
  return { ...schema, components: schema.components?.map(component) };
}

function component(original: Component): Component {
  const copy = original.components ? forPeople(original) : original;
  if (copy.validate?.pattern && !copy.validate.patternErrorMessage) {
    return { ...copy, validate: { ...copy.validate, patternErrorMessage: expectation(copy) } };
  }
  return copy.type === 'datetime' ? { use24h: true, ...copy } : copy;
}

/** The description of a field says what it takes; an expression (`=…`) is none that could be repeated. */
function expectation({ label, description }: Component): string {
  const what = plain(label) ? `“${label}”` : 'what is asked for';
  return `This does not look like ${what}${plain(description) ? `: ${description}` : '.'}`;
}

function plain(text: string | undefined): boolean {
  return !!text && !text.startsWith('=') && !text.includes('{{');
}
