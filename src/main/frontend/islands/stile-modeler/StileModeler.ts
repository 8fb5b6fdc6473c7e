import type { Finding } from '../../studio/draft';
import { nestedJson } from '../../lib/json-child';
import { FileEditor, type Place } from '../../studio/editor';
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
export class StileModeler extends FileEditor {
  private modeler!: Modeler;
  private frame!: Frame;
  private findings!: Findings;
  private words!: Words;

  protected mount(): void {
    this.words = nestedJson<Words>(this, 'words')!;
    this.frame = new Frame(this);
    this.modeler = createModeler({ canvas: this.frame.canvas, panel: this.frame.panel, words: this.words, readonly: this.readonly,
      leave: address => void this.leave(address) });
    this.findings = new Findings(this.modeler, this.frame.findings);
    new Toolbar(this.modeler, this.frame, this.readonly);
    this.modeler.on('stile.renameWanted', wanted => void askRename(this.modeler, wanted, this.words));
  }

  protected listen(): void {
    const outline = new Outline(this.modeler, this.frame, this.words);
    this.modeler.on(['commandStack.changed', 'import.done'], () => outline.show());
    this.modeler.on('commandStack.changed', () => this.changed());
    outline.show();
    this.learnOnReturn();
  }

  /** Forms and tables are edited on pages of their own, often in another tab. */
  private learnOnReturn(): void {
    const { signal } = this;
    window.addEventListener('focus', () => void learn(this.modeler, this.words).catch(() => undefined), { signal });
    window.addEventListener('pageshow', event => event.persisted && void learn(this.modeler, this.words).catch(() => undefined), { signal });
  }

  protected async import(content: string): Promise<void> {
    const { warnings } = await this.modeler.importXML(content);
    warnings.forEach(warning => console.warn(warning));
    this.frame.fit(this.modeler.get<Canvas>('canvas'));
  }

  protected text(): Promise<string> {
    return write(this.modeler);
  }

  /** A label that is being written is part of the drawing when the page goes. */
  protected override finish(): void {
    this.modeler?.get<{ complete(): void }>('directEditing').complete();
  }

  protected found(findings: Finding[]): void {
    this.findings.ofServer(findings);
  }

  protected go(place: Place): void {
    this.findings.choose(place);
  }

  protected close(): void {
    this.frame?.stop();
    this.modeler?.destroy();
  }

  /** Leaves when everything is saved; what cannot be saved stays. */
  private async leave(address: string): Promise<void> {
    if (!this.readonly) {
      this.draft.changed(await this.text());
      await this.draft.flush();
    }
    if (this.readonly || this.draft.saved) {
      location.assign(address);
    }
  }
}
