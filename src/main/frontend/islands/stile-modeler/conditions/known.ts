import type { Drawn, Node } from '../types';
import type { FormField, NameType, Option, Words } from '../words';

/** A name that a condition can compare, and where it comes from. */
export type KnownName = { key: string; label: string; type: NameType; options: Option[]; from: string };

/** The names that are known where a flow leaves: fields of forms of earlier steps, results of earlier decisions, facts. */
export class Known {
  private readonly byKey: Map<string, KnownName>;

  constructor(readonly names: KnownName[]) {
    this.byKey = new Map([...names].reverse().map(name => [name.key, name]));
  }

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  /** The name of that key; one that is not known here any more is shown by its key. */
  name(key: string): KnownName {
    return this.byKey.get(key) ?? { key, label: key, type: 'text', options: [], from: 'Not known here' };
  }
}

/** What is known where an element stands; with the later names, too, for a sentence about a flow that is drawn wrongly. */
export function knownAt(element: Drawn, words: Words): Known {
  const earlier = before(element);
  const names = earlier.flatMap(node => [...fieldsOf(node, words), ...resultsOf(node, words)]);
  return new Known([...unique(names), ...factsAfter(earlier, words)]);
}

/** Every node from which tokens come here, the nearest first; a step's own answers are known behind it. */
function before(element: Drawn): Node[] {
  const seen = new Set<Drawn>();
  const next: Drawn[] = [element.source ?? element];
  for (let node = next.shift(); node; node = next.shift()) {
    if (!seen.has(node)) {
      seen.add(node);
      next.push(...node.incoming.flatMap(flow => (flow.source ? [flow.source] : [])), ...(node.host ? [node.host] : []), ...outside(node));
    }
  }
  return [...seen].map(node => node.businessObject);
}

/** What happened before an event sub-process began can be anything of the process around it. */
function outside(node: Drawn): Drawn[] {
  const scope = node.parent;
  const begins = node.type === 'bpmn:StartEvent' && scope?.type === 'bpmn:SubProcess';
  return begins ? (scope.parent?.children ?? []).filter(child => child !== scope && !child.labelTarget && !child.waypoints) : [];
}

function fieldsOf(node: Node, words: Words): KnownName[] {
  const form = words.forms.find(({ id }) => id === node.get('camunda:formRef'));
  return (form?.fields ?? []).map((field: FormField) => ({ ...field, from: node.name || node.id }));
}

function resultsOf(node: Node, words: Words): KnownName[] {
  const decision = words.decisions.find(({ id }) => id === node.get('camunda:decisionRef'));
  const key = node.get('camunda:resultVariable');
  if (!decision || !key) {
    return [];
  }
  const options = decision.results.map(value => ({ value, label: String(value).replace(/-/g, ' ') }));
  return [{ key, label: `The result of ${decision.name}`, type: 'choice', options, from: node.name || node.id }];
}

function factsAfter(earlier: Node[], words: Words): KnownName[] {
  const actions = new Set(earlier.map(actionOf));
  return words.facts.filter(fact => !fact.after || actions.has(fact.after))
    .map(fact => ({ key: fact.key, label: fact.name, type: fact.type, options: fact.values, from: 'Known to the platform' }));
}

function actionOf(node: Node): string | undefined {
  const held: Node[] = node.get('extensionElements')?.get('values') ?? [];
  return held.flatMap(value => (value.get('values') as Node[] | undefined) ?? []).find(property => property.name === 'action')?.value;
}

/** The form nearest to the condition wins where two have a field of one name; options of both can come. */
function unique(names: KnownName[]): KnownName[] {
  const found = new Map<string, KnownName>();
  for (const name of names) {
    const before = found.get(name.key);
    const more = name.options.filter(option => !before?.options.some(({ value }) => value === option.value));
    found.set(name.key, before ? { ...before, options: [...before.options, ...more] } : name);
  }
  return [...found.values()];
}
