import type { Value } from './conditions/condition';

/** What a model can name, and how people call it; the server's answer to `GET /studio/{model}/words`. */
export type Words = {
  model: string;
  departments: Named[];
  roles: Named[];
  calendars: Named[];
  processOwners: Named[];
  actions: Action[];
  protocols: Named[];
  facts: Fact[];
  instants: Named[];
  forms: FormWords[];
  decisions: DecisionWords[];
  /** How many running requests stand on a step now, by its id. */
  running: Record<string, number>;
};

export type Named = { key: string; name: string };
export type Action = Named & { effect: string | null };
/** Something that the platform knows; `after` is the action that has to come first, if any. */
export type Fact = Named & { type: NameType; values: Option[]; after: string | null };
export type NameType = 'text' | 'number' | 'money' | 'truth' | 'choice' | 'moment';
export type Option = { value: Value; label: string };
export type FormWords = { id: string; path: string; problem: string | null; fields: FormField[] };
export type FormField = { key: string; label: string; type: NameType; options: Option[] };
export type DecisionWords = { id: string; name: string; path: string; results: Value[] };

/** Where the studio keeps the form of that id: `phone-swap.reserve-handset` is `forms/phone-swap/reserve-handset.form`. */
export const formPath = (form: string): string => `forms/${form.replace('.', '/')}.form`;

export const nameOf = (list: Named[], key: string): string => list.find(item => item.key === key)?.name ?? key;
