// What the editors of diagrams, forms and tables have in common: how they begin, what they save, what they list, and how they are left.
import { nestedJson } from '../lib/json-child';
import { Refused } from './call';
import { DraftFile, type Finding } from './draft';
import { DraftBar } from './draft-bar';
import { wantedPlace } from './findings';

/** Where in a file something is: the id of an element and, within it, where. */
export type Place = Pick<Finding, 'element' | 'place'>;

/**
 * An island that edits one file of a model's draft. Attributes: `model`, `path` (the file), `readonly`. Nested JSON: "findings" (what the server found).
 * The page has `[data-draft-bar]`. Sets `ready` once the file can be edited.
 */
export abstract class FileEditor extends HTMLElement {
  protected draft!: DraftFile;
  private readonly gone = new AbortController();
  private showing = false;

  connectedCallback(): void {
    this.open().catch((error: unknown) => this.fail(error));
  }

  disconnectedCallback(): void {
    this.gone.abort();
    this.close();
  }

  /** Until the island goes. */
  protected get signal(): AbortSignal {
    return this.gone.signal;
  }

  protected get model(): string {
    return this.getAttribute('model') ?? '';
  }

  protected get readonly(): boolean {
    return this.hasAttribute('readonly');
  }

  /** Puts the editor into the island; nothing is shown yet. */
  protected abstract mount(): void;
  /** Shows a content; what the editor says meanwhile is no change of anybody. */
  protected abstract import(content: string): Promise<void>;
  /** What the editor says has changed is told with `changed()`. */
  protected abstract listen(): void;
  /** The content as it is saved. */
  protected abstract text(): string | Promise<string>;
  /** What the server found in what was saved last. */
  protected abstract found(findings: Finding[]): void;
  /** Chooses what a link leads to. */
  protected abstract go(place: Place): void;
  protected abstract close(): void;

  /** Takes over what somebody types this moment. */
  protected finish(): void {}

  /** What was changed is kept and saved. */
  protected changed(): void {
    if (!this.showing && !this.readonly) {
      void Promise.resolve(this.text()).then(content => this.draft.changed(content));
    }
  }

  private async open(): Promise<void> {
    const bar = new DraftBar(part('[data-draft-bar]'));
    addEventListener('pagehide', () => this.finish(), { signal: this.signal });
    this.draft = await DraftFile.open(this.model, this.getAttribute('path') ?? '',
      { state: bar.state, show: content => this.show(content), findings: findings => this.found(findings) });
    this.mount();
    await this.show(this.draft.content);
    this.listen();
    this.found(nestedJson<Finding[]>(this, 'findings') ?? []);
    this.signal.addEventListener('abort', bar.of(this.draft));
    const wanted = wantedPlace();
    if (wanted) {
      this.go(wanted);
    }
    this.setAttribute('ready', '');
  }

  private async show(content: string): Promise<void> {
    this.showing = true;
    try {
      await this.import(content);
    } finally {
      this.showing = false;
    }
  }

  private fail(error: unknown): void {
    console.error(error);
    const text = document.createElement('p');
    text.className = 'alert late';
    text.setAttribute('role', 'alert');
    text.textContent = error instanceof Refused ? error.message
      : 'This could not be opened in the editor. Load the page again, nothing is lost; if that does not help, tell your administrator.';
    this.replaceChildren(text);
  }
}

/** An element of the page around the island. */
export function part(selector: string): HTMLElement {
  return document.querySelector<HTMLElement>(selector)!;
}

/** A new element for a part of an editor. */
export function box(look: string): HTMLElement {
  const made = document.createElement('div');
  made.className = look;
  return made;
}
