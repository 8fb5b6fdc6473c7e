// Tells what uses the name of a column when it is changed.
import { call } from '../../studio/call';
import { useList, type Use } from '../stile-form-editor/uses';
import type { Table } from './modeler';

const PAUSE = 900;

export class ColumnNames {
  private before = new Map<string, string>();
  private timer = 0;

  constructor(private readonly model: string, private readonly place: HTMLElement) {}

  begin(table: Table): void {
    this.before = names(table);
    this.place.hidden = true;
  }

  look(table: Table): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.compare(names(table)), PAUSE);
  }

  private async compare(now: Map<string, string>): Promise<void> {
    const changed = [...this.before].filter(([id, name]) => now.get(id) !== name && name !== '');
    const found = await Promise.all(changed.map(async ([id, name]) => ({ name, now: now.get(id), uses: await this.uses(name) })));
    const used = found.filter(({ uses }) => uses.length > 0);
    this.place.hidden = used.length === 0;
    this.place.replaceChildren(...used.flatMap(({ name, now: other, uses }) => {
      const words = document.createElement('p');
      words.textContent = other === undefined ? `The column that read “${name}” is gone. “${name}” is also used here:`
        : `This column now says “${other}” instead of “${name}”. “${name}” is also used here:`;
      return [words, useList(uses)];
    }));
  }

  private async uses(name: string): Promise<Use[]> {
    const answer = await call('GET', `/studio/${encodeURIComponent(this.model)}/uses?kind=field&name=${encodeURIComponent(name)}`);
    return answer.ok ? ((await answer.json()) as { uses: Use[] }).uses : [];
  }
}

function names(table: Table): Map<string, string> {
  return new Map([...(table.input ?? []).map(({ id, inputExpression }) => [id, inputExpression?.text ?? ''] as const),
    ...(table.output ?? []).map(({ id, name }) => [id, name ?? ''] as const)]);
}
