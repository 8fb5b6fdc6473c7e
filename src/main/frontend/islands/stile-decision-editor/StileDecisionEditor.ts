import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import './stile-decision-editor.css';
import { nestedJson } from '../../lib/json-child';
import type { Finding } from '../../studio/draft';
import { box, FileEditor, part, type Place } from '../../studio/editor';
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
export class StileDecisionEditor extends FileEditor {
  private modeler!: TableModeler;
  private trial!: Trial;
  private names!: ColumnNames;
  private findings: Finding[] = [];

  protected mount(): void {
    const canvas = box('decision-canvas');
    this.append(canvas);
    const known = nestedJson<Known[]>(this, 'known') ?? [];
    this.names = new ColumnNames(this.model, part('[data-renamed]'), known, () => this.draft.flush());
    this.trial = new Trial(this.model, this.getAttribute('decision') ?? '', known, part('[data-trial]'), part('[data-trial-answer]'),
      () => this.text(), rules => this.fits(rules));
    this.trial.number = rule => this.row(rule);
    this.modeler = tableModeler(canvas);
  }

  protected listen(): void {
    const drawn = new MutationObserver(() => this.mark());
    drawn.observe(this, { subtree: true, childList: true, attributeFilter: ['class'] });
    this.signal.addEventListener('abort', () => drawn.disconnect());
    this.modeler.getActiveViewer().on('commandStack.changed', () => {
      this.changed();
      this.names.look(this.table);
      this.trial.show(this.table);
    });
  }

  protected async import(xml: string): Promise<void> {
    await this.modeler.importXML(xml);
    offerPolicies(this.table.hitPolicy);
    this.names.begin(this.table);
    this.trial.show(this.table);
  }

  protected close(): void {
    this.modeler?.destroy();
  }

  private get table(): Table {
    return this.modeler.getActiveView()?.element.decisionLogic ?? {};
  }

  protected async text(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml;
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

  protected found(findings: Finding[]): void {
    this.findings = findings;
    listFindings(part('[data-findings]'), findings, finding => this.go(finding));
    this.mark();
  }

  /** Anew whenever the table has drawn a cell again; only what differs is touched, so that this comes to an end. */
  private mark(): void {
    const wrong = new Set(this.findings.map(finding => this.cell(finding)));
    for (const cell of this.querySelectorAll<HTMLElement>('.has-finding, [data-element-id], [data-col-id], [data-row-id]')) {
      if (cell.classList.contains('has-finding') !== wrong.has(cell)) {
        cell.classList.toggle('has-finding');
      }
    }
  }

  /** Into the cell, ready to type. */
  protected go(place: Place): void {
    const cell = this.cell(place);
    cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
    cell?.click();
    (cell?.querySelector<HTMLElement>('[contenteditable], input') ?? cell)?.focus();
  }

  /** The cell of a finding: by its id, by its row (`rule 3`), by its column (`input 2`), or by both (`rule 3, output 1`). */
  private cell({ element, place }: Place): HTMLElement | null {
    const [, row] = /rule (\d+)/.exec(place) ?? [];
    const [, kind, column] = /(input|output) (\d+)/.exec(place) ?? [];
    const { input = [], output = [], rule: rules = [] } = this.table;
    const rule = rules[Number(row) - 1];
    const columns: { id: string }[] = kind === 'input' ? rule?.inputEntry ?? input : rule?.outputEntry ?? output;
    const found = CSS.escape((column ? columns[Number(column) - 1]?.id : rule?.id) ?? element);
    return this.querySelector(`[data-element-id="${found}"]`) ?? this.querySelector(`thead [data-col-id="${found}"]`) ?? this.querySelector(`[data-row-id="${found}"]`);
  }
}
