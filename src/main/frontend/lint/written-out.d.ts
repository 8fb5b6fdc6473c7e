/** Has this moddle (`modeler.get('moddle')`) write `cancelActivity` and `isInterrupting` whenever they were read or set, also with their default value. */
export function keepWrittenOut(moddle: unknown): void;
