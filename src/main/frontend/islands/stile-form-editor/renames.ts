// A field was given another key: what used the old one is listed, and can go on with the new one.
import { call, sentence } from '../../studio/call';
import { keys, type Schema } from './fields';
import { useList, type Uses } from './uses';

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
    const row = document.createElement('div');
    row.className = 'row';
    row.append(
      button('Carry the new name through', 'b b-s b-p', () => void this.carry(id, old, key)),
      button(`Call it “${old}” again`, 'b b-s', () => this.setKey(id, old)),
      button('Leave it so', 'b b-s', () => this.settle(id, key)),
    );
    this.place.replaceChildren(words, useList(uses), row);
    this.place.hidden = false;
  }

  private settle(id: string, key: string): void {
    this.before.set(id, key);
    this.place.hidden = true;
  }

  private async carry(id: string, from: string, to: string): Promise<void> {
    await this.saved();
    const answer = await call('POST', `/studio/${encodeURIComponent(this.model)}/rename`, { from, to });
    const words = document.createElement('p');
    if (answer.ok) {
      const { files } = (await answer.json()) as { files: string[] };
      words.textContent = `“${to}” now stands in ${files.length === 1 ? 'one other file' : `${files.length} other files`} of this draft: ${files.join(', ')}.`;
      this.uses()?.renamed(from, to);
      this.before.set(id, to);
    } else {
      words.textContent = await sentence(answer, 'The new name could not be carried through.');
    }
    this.place.replaceChildren(words);
  }
}

function button(text: string, look: string, action: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = look;
  made.textContent = text;
  made.addEventListener('click', action);
  return made;
}
