// A column was given another name: what uses the old one is listed, and can go on with the new one.
import { call } from '../../studio/call';
import { offerNewName } from '../../studio/renaming';
import { useList, type Use } from '../../studio/uses';
import type { Known } from './trial';
import type { Table } from './modeler';

const PAUSE = 900;
const NAME = /^[A-Za-z_]\w{0,63}$/;

export class ColumnNames {
  private before = new Map<string, string>();
  private timer = 0;

  /** @param known the names that are known when the decision is made: a column that reads another one of them has not renamed anything */
  constructor(private readonly model: string, private readonly place: HTMLElement, private readonly known: Known[], private readonly saved: () => Promise<void>) {}

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
    const found = await Promise.all(changed.map(async ([id, name]) => ({ id, name, now: now.get(id), uses: await this.uses(name) })));
    const used = found.filter(({ uses }) => uses.length > 0);
    this.place.hidden = used.length === 0;
    this.place.replaceChildren(...used.map(({ id, name, now: other, uses }) => this.tell(id, name, other, uses)));
  }

  private tell(id: string, name: string, other: string | undefined, uses: Use[]): HTMLElement {
    const place = document.createElement('div');
    const words = document.createElement('p');
    words.textContent = other === undefined ? `The column that read “${name}” is gone. “${name}” is also used here:`
      : `This column now says “${other}” instead of “${name}”. “${name}” is also used here:`;
    place.append(words, useList(uses));
    if (other !== undefined && this.isNew(name, other)) {
      offerNewName({ model: this.model, place, from: name, to: other, saved: this.saved, carried: () => this.before.set(id, other), left: () => {
        this.before.set(id, other);
        place.remove();
        this.place.hidden = this.place.childElementCount === 0;
      } });
    }
    return place;
  }

  /** Facts of the platform keep their names, and what is known already is something else. */
  private isNew(name: string, other: string): boolean {
    const isFact = this.known.some(({ key, from }) => key === name && from === 'the platform');
    return NAME.test(name) && NAME.test(other) && !isFact && !this.known.some(({ key }) => key === other);
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
