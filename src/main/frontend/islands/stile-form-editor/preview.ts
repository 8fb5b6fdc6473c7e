// The form as those who fill it in will see it, with what earlier steps found out as far as somebody tries it.
import type { Schema } from './fields';

/** A name that is known when the form is shown. */
export type Known = { key: string; label: string; from: string; type: string; options: { label: string; value: unknown }[]; sample: unknown };

export class Preview {
  private readonly given = new Map<string, unknown>();
  private schema: Schema | undefined;

  /**
   * @param frame where the form is shown
   * @param tries where what is given to it can be changed
   */
  constructor(private readonly frame: HTMLElement, tries: HTMLElement, known: Known[]) {
    for (const name of known) {
      this.given.set(name.key, name.sample);
      if (name.type !== 'list') {
        tries.append(this.field(name));
      }
    }
  }

  show(schema: Schema): void {
    this.schema = schema;
    const form = document.createElement('stile-form');
    form.append(json('schema', schema), json('data', Object.fromEntries(this.given)));
    this.frame.replaceChildren(form);
  }

  private field(name: Known): HTMLElement {
    const label = document.createElement('label');
    label.className = 'field';
    const text = document.createElement('span');
    text.textContent = name.label;
    const from = document.createElement('small');
    from.textContent = name.from;
    const input = this.input(name);
    input.addEventListener('change', () => {
      this.given.set(name.key, value(name, input));
      if (this.schema) {
        this.show(this.schema);
      }
    });
    label.append(text, input, from);
    return label;
  }

  private input({ type, options, sample }: Known): HTMLInputElement | HTMLSelectElement {
    if (options.length > 0 || type === 'checkbox') {
      const choices = type === 'checkbox' ? [{ label: 'Yes', value: true }, { label: 'No', value: false }] : options;
      const select = document.createElement('select');
      select.append(new Option('nothing', ''), ...choices.map(option => new Option(option.label, JSON.stringify(option.value))));
      select.value = sample === null || sample === undefined ? '' : JSON.stringify(sample);
      return select;
    }
    const input = document.createElement('input');
    input.type = type === 'number' ? 'number' : 'text';
    input.value = sample === null || sample === undefined ? '' : String(sample);
    return input;
  }
}

function value(name: Known, input: HTMLInputElement | HTMLSelectElement): unknown {
  if (input.value === '') {
    return null;
  }
  if (input instanceof HTMLSelectElement) {
    const chosen = JSON.parse(input.value) as unknown;
    return name.type === 'checklist' || name.type === 'taglist' ? [chosen] : chosen;
  }
  return name.type === 'number' ? Number(input.value) : input.value;
}

function json(name: string, content: unknown): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.dataset['name'] = name;
  script.textContent = JSON.stringify(content);
  return script;
}
