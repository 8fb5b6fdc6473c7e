/** A form-js schema as far as the editor looks into it. */
export type Schema = { id?: string; components?: Component[]; [more: string]: unknown };
export type Component = { id?: string; key?: string; type: string; label?: string; text?: string; components?: Component[]; [more: string]: unknown };

/** All components, groups and what lies in them, in the order of the form. */
export function components(schema: Schema | Component): Component[] {
  return (schema.components ?? []).flatMap(component => [component, ...components(component)]);
}

/** The keys of a form by the ids of their components. */
export function keys(schema: Schema): Map<string, string> {
  return new Map(components(schema).flatMap(({ id, key }) => (id && key ? [[id, key] as const] : [])));
}

/** The component that a finding is about: by its key or its id. */
export function find(schema: Schema, element: string): Component | undefined {
  return components(schema).find(({ id, key }) => key === element || id === element);
}

/** How people call a component. */
export function title({ label, text, key, type }: Component): string {
  return label || text?.replace(/^#+\s*/, '').slice(0, 40) || key || type;
}

/** As it is written to the file: the same text for the same form, so that nothing is saved that nobody changed. */
export function written(schema: Schema): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
