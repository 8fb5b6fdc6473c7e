import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './stile-form.css';
import { fetched, nestedJson } from '../../lib/json-child';
import { showProblems, type FieldProblem } from './problems';
import { forPeople, type Schema } from './schema';

type Data = Record<string, unknown>;

/**
 * Draws a form-js schema and puts the answers into a normal HTML form, which the browser then posts.
 *
 * Attributes: `form` (id of the HTML form; its hidden input `answers` receives the answers as JSON), `schema-url` and `data-url` or nested
 * JSON (`data-name` "schema" and "data"), `problems` (JSON list of `{field, message}`), `readonly`.
 * Sends `stile-form-ready` and, with the answers as `detail`, `stile-form-change`.
 */
export class StileForm extends HTMLElement {
  private viewer: Form | undefined;
  private stop = new AbortController();

  connectedCallback(): void {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.target?.addEventListener('submit', event => this.hand(event), { signal });
    this.addEventListener('keydown', event => this.submitOnControlEnter(event), { signal });
    this.draw().catch((error: unknown) => this.fail(error));
  }

  disconnectedCallback(): void {
    this.stop.abort();
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  private get target(): HTMLFormElement | null {
    return document.getElementById(this.getAttribute('form') ?? '') as HTMLFormElement | null;
  }

  private async draw(): Promise<void> {
    const [schema, data] = await Promise.all([this.document<Schema>('schema'), this.document<Data>('data')]);
    if (!schema) {
      throw new Error('stile-form has neither schema-url nor a nested schema');
    }
    const viewer = new Form({ container: this.mount(), properties: { readOnly: this.hasAttribute('readonly') } });
    await viewer.importSchema(forPeople(schema), data ?? {});
    if (!this.isConnected) {
      viewer.destroy();
      return;
    }
    this.viewer = viewer;
    await drawn();
    this.report(showProblems(viewer, this.problems()));
    viewer.on('submit', (event: { errors: object }) => this.handOver(event));
    let last = JSON.stringify(this.answers);
    viewer.on('changed', () => {
      // form-js says so, too, when it has only checked a field.
      const now = JSON.stringify(this.answers);
      if (now !== last) {
        last = now;
        this.dispatchEvent(new CustomEvent('stile-form-change', { bubbles: true, detail: this.answers }));
      }
    });
    this.setAttribute('ready', '');
    this.dispatchEvent(new CustomEvent('stile-form-ready', { bubbles: true }));
    if (this.problems().length > 0) {
      this.focusFirstProblem();
    }
  }

  /** What would be sent now: the fields of the form, without what it was given beside them. */
  get answers(): Data | undefined {
    return (this.viewer as unknown as { _getSubmitData(): Data } | undefined)?._getSubmitData();
  }

  private async document<T>(name: 'schema' | 'data'): Promise<T | undefined> {
    const url = this.getAttribute(`${name}-url`);
    return url ? ((await (await fetched(url)).json()) as T) : nestedJson<T>(this, name);
  }

  private mount(): HTMLElement {
    this.querySelector(':scope > .stile-form-body')?.remove();
    const body = document.createElement('div');
    body.className = 'stile-form-body';
    this.append(body);
    return body;
  }

  private problems(): FieldProblem[] {
    return JSON.parse(this.getAttribute('problems') || '[]') as FieldProblem[];
  }

  /** The form has a button of its own: it does what the page's button does. */
  private handOver(event: { errors: object }): void {
    if (!this.handing && Object.keys(event.errors).length === 0) {
      this.target?.requestSubmit();
    }
  }

  private handing = false;

  private hand(event: SubmitEvent): void {
    const answers = this.target?.elements.namedItem('answers');
    if (!this.viewer || !(answers instanceof HTMLInputElement)) {
      event.preventDefault();
      return;
    }
    this.handing = true;
    const { data, errors } = this.viewer.submit();
    this.handing = false;
    const unchecked = event.submitter instanceof HTMLButtonElement && event.submitter.formNoValidate;
    if (Object.keys(errors).length > 0 && !unchecked) {
      event.preventDefault();
      this.focusFirstProblem();
    } else {
      answers.value = JSON.stringify(data);
    }
  }

  private submitOnControlEnter(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // A date or number still being typed becomes an answer when its field loses the focus.
      (document.activeElement as HTMLElement | null)?.blur();
      requestAnimationFrame(() => this.target?.requestSubmit());
    }
  }

  private focusFirstProblem(): void {
    void drawn().then(() =>
      this.querySelector<HTMLElement>('[aria-invalid="true"], .fjs-has-errors :is(input, textarea, select, button)')?.focus());
  }

  private report(homeless: FieldProblem[]): void {
    for (const problem of homeless) {
      this.say(problem.field ? `${problem.field}: ${problem.message}` : problem.message);
    }
  }

  private fail(error: unknown): void {
    console.error(error);
    this.say('This form could not be loaded. Reload the page; if that does not help, tell your administrator.');
  }

  private say(text: string): void {
    const alert = document.createElement('p');
    alert.className = 'alert late';
    alert.setAttribute('role', 'alert');
    alert.textContent = text;
    this.prepend(alert);
  }
}

/** form-js draws with the next frame, and then checks each field that came with a value, which would wipe the server's problems away. */
function drawn(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
}
