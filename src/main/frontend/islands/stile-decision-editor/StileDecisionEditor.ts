import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import './stile-decision-editor.css';
import { nestedJson } from '../../lib/json-child';
import { Refused } from '../../studio/call';
import { DraftFile, type Finding } from '../../studio/draft';
import { DraftBar } from '../../studio/draft-bar';
import { listFindings } from '../../studio/findings';
import { offerPolicies, tableModeler, type Table, type TableModeler } from './modeler';
import { ColumnNames } from './names';
import { Trial, type Known } from './trial';

/**
 * Edits one decision table of a model's draft, and tries it out.
 *
 * Attributes: `model`, `path` (the file), `decision` (its id). Nested JSON "known": the names that are known when the decision is made, and
 * "findings". The page has `[data-draft-bar]`, `[data-findings]`, `[data-renamed]`, `[data-trial]` and `[data-trial-answer]`. Sets `ready` once
 * the table can be edited.
 */
export class StileDecisionEditor extends HTMLElement {
  private modeler: TableModeler | undefined;
  private draft: DraftFile | undefined;
  private trial: Trial | undefined;
  private names: ColumnNames | undefined;
  private findings: Finding[] = [];
  private leave: (() => void) | undefined;

  connectedCallback(): void {
    this.open().catch((error: unknown) => this.fail(error));
  }

  disconnectedCallback(): void {
    this.leave?.();
    this.modeler?.destroy();
    this.modeler = undefined;
  }

  private async open(): Promise<void> {
    const model = this.getAttribute('model') ?? '';
    const bar = new DraftBar(part('[data-draft-bar]'));
    this.draft = await DraftFile.open(model, this.getAttribute('path') ?? '',
      { state: bar.state, show: content => this.import(content), findings: findings => this.found(findings) });
    const canvas = document.createElement('div');
    canvas.className = 'decision-canvas';
    this.append(canvas);
    this.names = new ColumnNames(model, part('[data-renamed]'));
    this.trial = new Trial(model, this.getAttribute('decision') ?? '', nestedJson<Known[]>(this, 'known') ?? [], part('[data-trial]'),
      part('[data-trial-answer]'), () => this.text(), rules => this.fits(rules));
    this.trial.number = rule => this.row(rule);
    this.modeler = tableModeler(canvas);
    await this.import(this.draft.content);
    this.modeler.getActiveViewer().on('commandStack.changed', () => this.changed());
    this.found(nestedJson<Finding[]>(this, 'findings') ?? []);
    this.leave = bar.of(this.draft);
    this.setAttribute('ready', '');
  }

  private async import(xml: string): Promise<void> {
    await this.modeler!.importXML(xml);
    offerPolicies(this.table.hitPolicy);
    this.names!.begin(this.table);
    this.trial!.show(this.table);
  }

  private get table(): Table {
    return this.modeler?.getActiveView()?.element.decisionLogic ?? {};
  }

  private async text(): Promise<string> {
    return (await this.modeler!.saveXML({ format: true })).xml;
  }

  private changed(): void {
    this.draft!.changed(() => this.text());
    this.names!.look(this.table);
    this.trial!.show(this.table);
  }

  /** Which row a rule is, from 1. */
  private row(rule: string): number | undefined {
    const index = (this.table.rule ?? []).findIndex(({ id }) => id === rule);
    return index < 0 ? undefined : index + 1;
  }

  private fits(rules: string[]): void {
    for (const row of this.querySelectorAll('tbody tr')) {
      row.classList.toggle('fits', rules.some(rule => row.querySelector(`[data-row-id="${CSS.escape(rule)}"]`)));
    }
  }

  private found(findings: Finding[]): void {
    this.findings = findings;
    listFindings(part('[data-findings]'), findings, finding => this.named(finding), finding => this.cell(finding)?.focus());
    this.querySelectorAll('.has-finding').forEach(cell => cell.classList.remove('has-finding'));
    this.findings.forEach(finding => this.cell(finding)?.classList.add('has-finding'));
  }

  private named({ element, place }: Finding): string {
    const { input = [], output = [] } = this.table;
    const column = [...input, ...output].find(({ id }) => id === element);
    const row = this.row(element) ?? this.row(this.ruleOf(element) ?? '');
    const what = column ? column.label ?? column.name : row ? `Rule ${row}` : place ? '' : 'The table';
    const words = [what, place].filter(Boolean).join(', ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  private ruleOf(cell: string): string | undefined {
    return this.table.rule?.find(({ inputEntry, outputEntry }) => [...inputEntry, ...outputEntry].some(({ id }) => id === cell))?.id;
  }

  /** The cell of a finding: by its id, by its column (`input 2`), or by both (`rule 3, output 1`). */
  private cell({ element, place }: Finding): HTMLElement | null {
    const [, row, kind, column] = /(?:rule (\d+), )?(input|output) (\d+)/.exec(place) ?? [];
    const rule = row ? this.table.rule?.[Number(row) - 1] : undefined;
    const columns = row ? (kind === 'input' ? rule?.inputEntry : rule?.outputEntry) : kind === 'input' ? this.table.input : this.table.output;
    const id = column ? columns?.[Number(column) - 1]?.id ?? element : element;
    const found = CSS.escape(id);
    return this.querySelector(`[data-element-id="${found}"]`) ?? this.querySelector(`thead [data-col-id="${found}"]`) ?? this.querySelector(`[data-row-id="${found}"]`);
  }

  private fail(error: unknown): void {
    console.error(error);
    const text = document.createElement('p');
    text.className = 'alert late';
    text.setAttribute('role', 'alert');
    text.textContent = error instanceof Refused ? error.message
      : 'This table could not be opened in the editor. Reload the page; if that does not help, tell your administrator.';
    this.replaceChildren(text);
  }
}

function part(selector: string): HTMLElement {
  return document.querySelector<HTMLElement>(selector)!;
}
