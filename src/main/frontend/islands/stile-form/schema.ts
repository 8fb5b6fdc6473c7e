/** A form-js schema, as far as the island looks into it. */
export type Schema = { components?: Component[] };
type Component = { type?: string; subtype?: string; use24h?: boolean; components?: Component[] };

/** Hours are read from 0 to 24 in Stile, whatever the form's author left unsaid. */
export function withDayHours<T extends Schema>(schema: T): T {
  return { ...schema, components: schema.components?.map(component) };
}

function component(original: Component): Component {
  const copy = original.components ? withDayHours(original) : original;
  return copy.type === 'datetime' ? { use24h: true, ...copy } : copy;
}
