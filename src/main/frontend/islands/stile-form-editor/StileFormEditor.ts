import { FormEditor } from '@bpmn-io/form-js-editor';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-editor/dist/assets/dragula.css';
import '@bpmn-io/form-js-editor/dist/assets/properties-panel.css';
import './stile-form-editor.css';
import { nestedJson } from '../../lib/json-child';
import { Refused } from '../../studio/call';
import { DraftFile, type Finding } from '../../studio/draft';
import { DraftBar } from '../../studio/draft-bar';
import { listFindings, wantedPlace } from '../../studio/findings';
import { allowed } from './allowed';
import { find, title, written, type Component, type Schema } from './fields';
import { guard } from './guard';
import { Preview, type Known } from './preview';
import { Renames } from './renames';
import { Uses, useList } from './uses';

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
export class StileFormEditor extends HTMLElement {
  private editor: FormEditor | undefined;
  private draft: DraftFile | undefined;
  private preview: Preview | undefined;
  private uses: Uses | undefined;
  private renames: Renames | undefined;
  private findings: Finding[] = [];
  private last = '';
  private timer = 0;
  private leave: (() => void) | undefined;

  connectedCallback(): void {
    this.open().catch((error: unknown) => this.fail(error));
  }

  disconnectedCallback(): void {
    this.leave?.();
    this.editor?.destroy();
    this.editor = undefined;
  }

  private async open(): Promise<void> {
    const model = this.getAttribute('model') ?? '';
    const bar = new DraftBar(part('[data-draft-bar]'));
    this.draft = await DraftFile.open(model, this.getAttribute('path') ?? '', {
      state: bar.state, show: content => this.import(JSON.parse(content) as Schema), findings: findings => this.found(findings),
    });
    this.preview = new Preview(part('[data-preview]'), part('[data-preview-answers]'), nestedJson<Known[]>(this, 'known') ?? []);
    this.editor = this.mount();
    this.renames = new Renames(model, part('[data-renamed]'), () => this.uses, () => this.draft!.flush(), (id, key) => this.rename(id, key));
    await this.import(JSON.parse(this.draft.content) as Schema);
    this.editor.on('changed', () => this.changed());
    this.editor.on('selection.changed', () => this.chosen());
    this.found(nestedJson<Finding[]>(this, 'findings') ?? []);
    this.leave = bar.of(this.draft);
    this.go(wantedPlace());
    this.setAttribute('ready', '');
    this.uses = await Uses.of(model, this.getAttribute('form') ?? '');
    this.chosen();
  }

  private mount(): FormEditor {
    const [palette, canvas, properties] = [place('palette'), place('canvas'), place('properties')];
    this.append(palette, canvas, properties);
    const types = JSON.parse(this.getAttribute('palette') ?? '[]') as string[];
    return new FormEditor({
      container: canvas, palette: { parent: palette }, propertiesPanel: { parent: properties },
      additionalModules: [allowed(types), guard(() => this.uses)],
    } as ConstructorParameters<typeof FormEditor>[0]);
  }

  private async import(schema: Schema): Promise<void> {
    await this.editor!.importSchema(schema as never);
    this.last = this.text();
    this.renames!.begin(this.schema());
    this.preview!.show(this.schema());
  }

  private schema(): Schema {
    return this.editor!.saveSchema() as unknown as Schema;
  }

  private text(): string {
    return written(this.schema());
  }

  /** form-js says so, too, when something was only chosen. */
  private changed(): void {
    const now = this.text();
    if (now === this.last) {
      return;
    }
    this.last = now;
    this.draft!.changed(() => this.text());
    this.renames!.look(this.schema());
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.preview!.show(this.schema()), PREVIEW_PAUSE);
  }

  private chosen(): void {
    const field = this.editor?.get<Selection>('selection').get();
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

  private found(findings: Finding[]): void {
    this.findings = findings;
    listFindings(part('[data-findings]'), findings, finding => this.named(finding), finding => this.go(finding));
    this.mark();
  }

  private named(finding: Finding): string {
    const field = find(this.schema(), finding.element);
    return field ? title(field) : 'The form';
  }

  private go(place: Pick<Finding, 'element'> | undefined): void {
    const field = place && find(this.schema(), place.element);
    const chosen = field?.id ? this.editor!.get<Registry>('formFieldRegistry').get(field.id) : undefined;
    if (chosen) {
      this.editor!.get<Selection>('selection').set(chosen);
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
    const field = this.editor!.get<Registry>('formFieldRegistry').get(id);
    if (field) {
      this.editor!.get<{ editFormField(field: Component, name: string, value: string): void }>('modeling').editFormField(field, 'key', key);
    }
  }

  private fail(error: unknown): void {
    console.error(error);
    const text = document.createElement('p');
    text.className = 'alert late';
    text.setAttribute('role', 'alert');
    text.textContent = error instanceof Refused ? error.message
      : 'This form could not be opened in the editor. Reload the page; if that does not help, tell your administrator.';
    this.replaceChildren(text);
  }
}

function place(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = `form-editor-${name}`;
  return element;
}

function part(selector: string): HTMLElement {
  return document.querySelector<HTMLElement>(selector)!;
}
