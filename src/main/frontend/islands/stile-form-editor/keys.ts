// A new field is named after its label: form-js gives it a key that says nothing, and what says nothing is never renamed.
import { call } from '../../studio/call';
import { keyOf } from './key-of';
import { keys, type Component, type Schema } from './fields';
import type { Uses } from '../../studio/uses';

type EventBus = { on(event: string, listener: (event: { context: { formField: Component; properties: Record<string, unknown> } }) => void): void };
type Modeling = { editFormField(field: Component, name: string, value: unknown): void };
type Words = { forms: { id: string; fields: { key: string }[] }[]; facts: { key: string }[]; instants: { key: string }[] };

const LABELS = ['label', 'dateLabel', 'timeLabel'];

/** The names that other forms of the type and the platform have already; none if the server does not say. */
export async function namesBeside(model: string, form: string): Promise<Set<string>> {
  const answer = await call('GET', `/studio/${encodeURIComponent(model)}/words`);
  const { forms, facts, instants } = answer.ok ? ((await answer.json()) as Words) : { forms: [], facts: [], instants: [] };
  return new Set([...forms.filter(({ id }) => id !== form).flatMap(({ fields }) => fields), ...facts, ...instants].map(({ key }) => key));
}

/** @param beside names that stand elsewhere, as soon as they are known */
export function named(uses: () => Uses | undefined, beside: () => Set<string>, schema: () => Schema): object {
  class Named {
    static $inject = ['eventBus', 'modeling'];
    /** Keys that were given here, by the ids of the fields: they follow their labels until somebody writes one himself. */
    private readonly given = new Map<string, string>();

    constructor(eventBus: EventBus, modeling: Modeling) {
      // In the same step: whoever takes the label back takes the key back.
      eventBus.on('commandStack.formField.edit.postExecute', ({ context: { formField, properties } }) => {
        const label = LABELS.map(name => properties[name]).find(value => typeof value === 'string') as string | undefined;
        if (label && this.isOurs(formField) && !uses()?.of(formField.key).length) {
          this.give(formField, label, modeling);
        }
      });
    }

    private isOurs({ id, key, type }: Component): boolean {
      return !!id && !!key && (this.given.get(id) === key || new RegExp(`^${type}_[a-z0-9]{4,12}$`).test(key));
    }

    private give(field: Component, label: string, modeling: Modeling): void {
      const others = new Set([...keys(schema())].filter(([id]) => id !== field.id).map(([, key]) => key));
      const key = keyOf(label, name => others.has(name) || beside().has(name));
      if (key && key !== field.key) {
        this.given.set(field.id!, key);
        modeling.editFormField(field, 'key', key);
      }
    }
  }
  return { __init__: ['stileNamed'], stileNamed: ['type', Named] };
}
