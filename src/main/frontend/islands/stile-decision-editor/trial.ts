// Tries a table out: what it is asked, what it answers, and which rule says so. The server's engine decides, nothing is published.
import { call, sentence } from '../../studio/call';
import type { Clause, Table } from './modeler';

/** A name that is known when the decision is made. */
export type Known = { key: string; label: string; from: string; type: string; options: { label: string; value: unknown }[]; sample: unknown };
type Answer = { result: unknown; rules: string[]; problem: string | null };

const PAUSE = 400;

export class Trial {
  private readonly typed = new Map<string, unknown>();
  private names: string[] = [];
  private timer = 0;
  private asked = 0;

  constructor(private readonly model: string, private readonly decision: string, private readonly known: Known[], private readonly fields: HTMLElement,
      private readonly answer: HTMLElement, private readonly content: () => Promise<string>, private readonly fits: (rules: string[]) => void) {
    known.forEach(name => this.typed.set(name.key, name.sample));
  }

  /** The table asks for these names now. */
  show(table: Table): void {
    const names = [...new Set((table.input ?? []).flatMap(read))];
    if (names.join() !== this.names.join()) {
      this.names = names;
      this.fields.replaceChildren(...names.map(name => this.field(name, (table.input ?? []).find(input => read(input).includes(name)))));
    }
    this.later();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), PAUSE);
  }

  private async ask(): Promise<void> {
    const turn = (this.asked += 1);
    const names = Object.fromEntries(this.names.map(name => [name, this.typed.get(name) ?? null]));
    try {
      const answer = await call('POST', `/studio/${encodeURIComponent(this.model)}/decisions/${encodeURIComponent(this.decision)}/try`,
        { content: await this.content(), names });
      if (turn === this.asked) {
        this.tell(answer.ok ? ((await answer.json()) as Answer) : { result: null, rules: [], problem: await sentence(answer, 'It could not be tried out.') });
      }
    } catch {
      this.tell({ result: null, rules: [], problem: 'The server cannot be reached.' });
    }
  }

  private tell({ result, rules, problem }: Answer): void {
    this.fits(rules);
    const words = document.createElement('p');
    const strong = document.createElement('b');
    strong.textContent = result === null ? 'nothing' : String(result);
    words.append(...(problem ? [problem] : rules.length === 0 ? ['No rule fits: the answer is ', strong, '.'] : ['The answer is ', strong, this.because(rules)]));
    words.className = problem ? 'wrong' : '';
    this.answer.replaceChildren(words);
  }

  private because(rules: string[]): string {
    const rows = rules.map(rule => this.number(rule)).filter(Boolean);
    return rows.length > 0 ? `, by rule ${rows.join(' and ')}.` : '.';
  }

  /** Set by the editor: which row a rule is, from 1. */
  number: (rule: string) => number | undefined = () => undefined;

  private field(name: string, input: Clause | undefined): HTMLElement {
    const known = this.known.find(each => each.key === name);
    const label = document.createElement('label');
    label.className = 'field';
    const text = document.createElement('span');
    text.textContent = input?.label ?? known?.label ?? name;
    const field = this.input(name, known, input?.inputExpression?.typeRef ?? '');
    const note = document.createElement('small');
    note.textContent = known ? name : `${name}: nothing before this decision says it`;
    field.addEventListener('input', () => {
      this.typed.set(name, value(field, known, input?.inputExpression?.typeRef ?? ''));
      this.later();
    });
    label.append(text, field, note);
    return label;
  }

  private input(name: string, known: Known | undefined, type: string): HTMLInputElement | HTMLSelectElement {
    const options = type === 'boolean' || known?.type === 'checkbox' ? [{ label: 'Yes', value: true }, { label: 'No', value: false }] : known?.options ?? [];
    const sample = this.typed.get(name) ?? null;
    if (options.length > 0) {
      const select = document.createElement('select');
      select.append(new Option('nothing', ''), ...options.map(option => new Option(option.label, JSON.stringify(option.value))));
      select.value = sample === null ? '' : JSON.stringify(sample);
      return select;
    }
    const input = document.createElement('input');
    input.type = isNumber(known, type) ? 'number' : 'text';
    input.step = 'any';
    input.value = sample === null ? '' : String(sample);
    return input;
  }
}

/** The names that an input reads: words outside of quotes that are not called. */
function read(input: Clause): string[] {
  const text = (input.inputExpression?.text ?? '').replace(/"[^"]*"/g, '');
  return [...text.matchAll(/\b[A-Za-z_]\w*\b(?!\s*\()/g)].map(([word]) => word).filter(word => !['and', 'or', 'not', 'true', 'false', 'null', 'if', 'then', 'else'].includes(word));
}

const isNumber = (known: Known | undefined, type: string): boolean => known?.type === 'number' || ['integer', 'long', 'double', 'number'].includes(type);

function value(field: HTMLInputElement | HTMLSelectElement, known: Known | undefined, type: string): unknown {
  if (field.value === '') {
    return null;
  }
  return field instanceof HTMLSelectElement ? JSON.parse(field.value) as unknown : isNumber(known, type) ? Number(field.value) : field.value;
}
