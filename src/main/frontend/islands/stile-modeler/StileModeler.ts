import { nestedJson } from '../../lib/json-child';
import { DraftBar } from '../../studio/draft-bar';
import { DraftFile, type Finding } from '../../studio/draft';
import { Refused } from '../../studio/call';
import { Findings } from './findings/Findings';
import { Frame } from './Frame';
import { learn } from './panel/made';
import { createModeler, type Modeler } from './modeler';
import { askRename } from './names/askRename';
import { Outline } from './Outline';
import { Toolbar } from './Toolbar';
import type { Canvas } from './types';
import type { Words } from './words';
import { write } from './xml';

/**
 * Edits the diagram of a model's draft.
 *
 * Attributes: `model`, `path` (the file), `readonly`. Nested JSON: "words" (what can be named), "findings" (what the server found). The page has
 * `[data-draft-bar]`. Sets `ready` once the model can be edited.
 */
export class StileModeler extends HTMLElement {
  private modeler: Modeler | undefined;
  private draft: DraftFile | undefined;
  private frame: Frame | undefined;
  private findings: Findings | undefined;
  private leave: (() => void) | undefined;
  private showing = false;
  private readonly stop = new AbortController();

  connectedCallback(): void {
    this.open().catch((error: unknown) => this.fail(error));
  }

  disconnectedCallback(): void {
    this.stop.abort();
    this.leave?.();
    this.frame?.stop();
    this.modeler?.destroy();
    this.modeler = undefined;
  }

  private get readonly(): boolean {
    return this.hasAttribute('readonly');
  }

  private async open(): Promise<void> {
    const bar = new DraftBar(document.querySelector<HTMLElement>('[data-draft-bar]')!);
    this.draft = await DraftFile.open(this.getAttribute('model') ?? '', this.getAttribute('path') ?? '', {
      state: state => bar.state(state), show: content => this.show(content), findings: findings => this.findings?.ofServer(findings),
    });
    const words = nestedJson<Words>(this, 'words')!;
    this.frame = new Frame(this);
    const modeler = createModeler({ canvas: this.frame.canvas, panel: this.frame.panel, words, readonly: this.readonly,
      leave: address => void this.go(address) });
    this.modeler = modeler;
    this.findings = new Findings(modeler, this.frame.findings);
    const outline = new Outline(modeler, this.frame, words);
    new Toolbar(modeler, this.frame, this.readonly);
    modeler.on('stile.renameWanted', wanted => void askRename(modeler, wanted, words));
    await this.show(this.draft.content);
    this.findings.ofServer(nestedJson<Finding[]>(this, 'findings') ?? []);
    modeler.on(['commandStack.changed', 'import.done'], () => outline.show());
    modeler.on('commandStack.changed', () => this.changed());
    outline.show();
    this.findings.lead();
    this.learnOnReturn(modeler, words);
    this.leave = bar.of(this.draft);
    this.setAttribute('ready', '');
  }

  /** Forms and tables are edited on pages of their own, often in another tab. */
  private learnOnReturn(modeler: Modeler, words: Words): void {
    const { signal } = this.stop;
    window.addEventListener('focus', () => void learn(modeler, words).catch(() => undefined), { signal });
    window.addEventListener('pageshow', event => event.persisted && void learn(modeler, words).catch(() => undefined), { signal });
  }

  /** Shows another content: at first, and theirs after a conflict. */
  private async show(content: string): Promise<void> {
    this.showing = true;
    const { warnings } = await this.modeler!.importXML(content);
    warnings.forEach(warning => console.warn(warning));
    this.frame!.fit(this.modeler!.get<Canvas>('canvas'));
    this.showing = false;
  }

  /** Written at once, so that the newest can still be kept when the page goes. */
  private changed(): void {
    if (!this.showing && !this.readonly) {
      void write(this.modeler!).then(xml => this.draft?.changed(() => xml));
    }
  }

  /** Leaves when everything is saved; what cannot be saved stays. */
  private async go(address: string): Promise<void> {
    if (!this.readonly) {
      const xml = await write(this.modeler!);
      this.draft!.changed(() => xml);
      await this.draft!.flush();
    }
    if (this.readonly || this.draft!.saved) {
      location.assign(address);
    }
  }

  private fail(error: unknown): void {
    console.error(error);
    const text = document.createElement('p');
    text.className = 'empty';
    text.textContent = error instanceof Refused ? error.message : 'The model could not be loaded. Load the page again; nothing is lost.';
    this.replaceChildren(text);
  }
}

