// A field was given another key: what used the old one is listed, and can go on with the new one.
import { offerNewName } from '../../studio/renaming';
import { keys, type Schema } from './fields';
import { useList, type Uses } from '../../studio/uses';

/** After the last key stroke: the key is written letter by letter. */
const PAUSE = 900;

export class Renames {
  private before = new Map<string, string>();
  private timer = 0;

  constructor(private readonly model: string, private readonly place: HTMLElement, private readonly uses: () => Uses | undefined,
      private readonly saved: () => Promise<void>, private readonly setKey: (id: string, key: string) => void) {}

  begin(schema: Schema): void {
    this.before = keys(schema);
    this.place.hidden = true;
  }

  look(schema: Schema): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.compare(keys(schema)), PAUSE);
  }

  private compare(now: Map<string, string>): void {
    for (const [id, key] of now) {
      const old = this.before.get(id);
      if (old === undefined) {
        this.before.set(id, key);
      } else if (old !== key && (this.uses()?.of(old).length ?? 0) > 0) {
        this.tell(id, old, key);
        return;
      }
    }
    this.place.hidden = true;
  }

  private tell(id: string, old: string, key: string): void {
    const uses = this.uses()!.of(old);
    const words = document.createElement('p');
    words.textContent = `${uses.length === 1 ? 'One place still names' : `${uses.length} places still name`} “${old}”, which is now “${key}”:`;
    this.place.replaceChildren(words, useList(uses));
    this.place.hidden = false;
    offerNewName({ model: this.model, place: this.place, from: old, to: key, saved: this.saved, left: () => this.settle(id, key),
      back: () => this.setKey(id, old), carried: () => {
        this.uses()?.renamed(old, key);
        this.before.set(id, key);
      } });
  }

  private settle(id: string, key: string): void {
    this.before.set(id, key);
    this.place.hidden = true;
  }
}
