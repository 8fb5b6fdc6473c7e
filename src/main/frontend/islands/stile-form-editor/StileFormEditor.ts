import { FormEditor } from '@bpmn-io/form-js-editor';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-editor/dist/assets/dragula.css';
import '@bpmn-io/form-js-editor/dist/assets/properties-panel.css';
import './stile-form-editor.css';
import { nestedJson } from '../../lib/json-child';
import type { Finding } from '../../studio/draft';
import { box, FileEditor, part, type Place } from '../../studio/editor';
import { listFindings } from '../../studio/findings';
import { allowed } from './allowed';
import { find, title, written, type Component, type Schema } from './fields';
import { guard } from './guard';
import { named, namesBeside } from './keys';
import { Preview, type Known } from './preview';
import { Renames } from './renames';
import { Uses, useList } from '../../studio/uses';

type Selection = { get(): Component | null; set(field: Component | null): void };
type Registry = { get(id: string): Component | undefined };

const PREVIEW_PAUSE = 250;

/**
 * Edits one form of a model's draft.
 *
 * Attributes: `model`, `path` (the file), `form` (its id), `palette` (JSON list of component types), `readonly`. Nested JSON "known": the names that
 * are known when the form is shown, with samples. The page has `[data-draft-bar]`, `[data-findings]`, `[data-field-uses]`, `[data-preview]`,
 * `[data-preview-answers]` and `[data-renamed]`. Sets `ready` once the form can be edited.
 */
export class StileFormEditor extends FileEditor {
  private editor!: FormEditor;
  private preview!: Preview;
  private uses: Uses | undefined;
  private beside = new Set<string>();
  private renames!: Renames;
  private findings: Finding[] = [];
  private last = '';
  private timer = 0;

  protected mount(): void {
    const [palette, canvas, properties] = [box('form-editor-palette'), box('form-editor-canvas'), box('form-editor-properties')];
    this.append(palette, canvas, properties);
    const types = JSON.parse(this.getAttribute('palette') ?? '[]') as string[];
    this.editor = new FormEditor({
      container: canvas, palette: { parent: palette }, propertiesPanel: { parent: properties },
      additionalModules: [allowed(types), guard(() => this.uses), named(() => this.uses, () => this.beside, () => this.schema())],
    } as ConstructorParameters<typeof FormEditor>[0]);
    this.preview = new Preview(part('[data-preview]'), part('[data-preview-answers]'), nestedJson<Known[]>(this, 'known') ?? []);
    this.renames = new Renames(this.model, part('[data-renamed]'), () => this.uses, () => this.draft.flush(), (id, key) => this.rename(id, key));
  }

  protected listen(): void {
    this.editor.on('changed', () => this.looked());
    this.editor.on('selection.changed', () => this.chosen());
    const form = this.getAttribute('form') ?? '';
    void namesBeside(this.model, form).then(names => (this.beside = names));
    void Uses.of(this.model, form).then(uses => {
      this.uses = uses;
      this.chosen();
    });
  }

  protected async import(content: string): Promise<void> {
    await this.editor.importSchema(JSON.parse(content) as never);
    this.last = this.text();
    this.renames.begin(this.schema());
    this.preview.show(this.schema());
  }

  protected close(): void {
    this.editor?.destroy();
  }

  private schema(): Schema {
    return this.editor.saveSchema() as unknown as Schema;
  }

  protected text(): string {
    return written(this.schema());
  }

  /** form-js says so, too, when something was only chosen. */
  private looked(): void {
    const now = this.text();
    if (now === this.last) {
      return;
    }
    this.last = now;
    this.changed();
    this.renames.look(this.schema());
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.preview.show(this.schema()), PREVIEW_PAUSE);
  }

  private chosen(): void {
    const field = this.editor.get<Selection>('selection').get();
    const place = part('[data-field-uses]');
    const uses = this.uses?.of(field?.key) ?? [];
    place.hidden = !field?.key;
    if (field?.key) {
      const words = document.createElement('p');
      words.textContent = uses.length === 0 ? `“${title(field)}” is used nowhere else in this model.`
        : `“${title(field)}” (${field.key}) is also used here; look before you rename or remove it:`;
      place.replaceChildren(words, useList(uses));
    }
  }

  protected found(findings: Finding[]): void {
    this.findings = findings;
    listFindings(part('[data-findings]'), findings, finding => this.go(finding));
    this.mark();
  }

  protected go({ element }: Place): void {
    const field = find(this.schema(), element);
    const chosen = field?.id ? this.editor.get<Registry>('formFieldRegistry').get(field.id) : undefined;
    if (chosen) {
      this.editor.get<Selection>('selection').set(chosen);
      const place = this.querySelector<HTMLElement>(`[data-id="${CSS.escape(field!.id!)}"]`);
      place?.scrollIntoView({ block: 'center' });
      place?.focus();
    }
  }

  /** A mark at each field with a finding. */
  private mark(): void {
    const wrong = new Set(this.findings.map(finding => find(this.schema(), finding.element)?.id));
    for (const field of this.querySelectorAll<HTMLElement>('.form-editor-canvas [data-id]')) {
      field.classList.toggle('has-finding', wrong.has(field.dataset['id']));
    }
  }

  private rename(id: string, key: string): void {
    const field = this.editor.get<Registry>('formFieldRegistry').get(id);
    if (field) {
      this.editor.get<{ editFormField(field: Component, name: string, value: string): void }>('modeling').editFormField(field, 'key', key);
    }
  }
}
