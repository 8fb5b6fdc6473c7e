// One file of a model's draft, saved on the server while it is edited. What the server has not acknowledged lies in this browser from the moment
// it is made, so that neither a crash nor a dead network loses it. A save never overwrites what somebody else saved meanwhile: the person decides.
import { store, stored } from '../lib/stored';
import { sessionGoesOn } from '../page/session';
import { call, fileAddress, fits, Refused, sentence, serverNow, signedIn } from './call';

/** Something that is wrong with a file, as the gate says it; `name`: its place as people call it. */
export type Finding = { element: string; place: string; rule: string; severity: 'safety' | 'modelling'; message: string; name?: string };

/** A file as the server has it. Revision 0: as it was published, not yet in the draft. */
export type ServerFile = { path?: string; content: string; revision: number; savedBy: string | null; savedByName: string | null; savedAt: string | null };

export type DraftState =
  /** Nothing was changed here; at: when the server's file was saved, null if it never was. */
  | { kind: 'unchanged'; at: string | null; by: string | null }
  | { kind: 'changed' }
  | { kind: 'saving' }
  /** restored: with what this browser had kept, because it was not saved the last time. */
  | { kind: 'saved'; at: number; restored: boolean }
  /** Not saved; tried again by itself. */
  | { kind: 'failed'; message: string }
  /** Not saved, and not tried again before the next change. */
  | { kind: 'refused'; message: string }
  /** Somebody else saved since; waits for `takeTheirs` or `putMineOver`. */
  | { kind: 'conflict'; theirs: ServerFile; mine: string }
  /** Somebody else saved since, and nothing was changed here: `takeTheirs` shows it. */
  | { kind: 'behind'; theirs: ServerFile };

export type DraftOptions = {
  /** Shows another content in the editor: theirs, after a conflict. */
  show: (content: string) => void | Promise<void>;
  state?: (state: DraftState) => void;
  /** What the server found in the content that it has just saved. */
  findings?: (findings: Finding[]) => void;
};

/** What lies in this browser until the server has it; sent: what was on its way to the server then. */
type Kept = { content: string; revision: number; sent?: string };

const PAUSE = 600;
const AGAIN = [2_000, 5_000, 10_000, 30_000];

export class DraftFile {
  /** What to show first: the server's content, or what of it could not be saved the last time. */
  readonly content: string;
  private revision: number;
  private last: string;
  private pending: string | undefined;
  private sending: string | undefined;
  private conflict: { theirs: ServerFile; mine: string } | undefined;
  private restored = false;
  private timer = 0;
  private attempts = 0;
  private saving: Promise<void> | undefined;

  private constructor(readonly model: string, readonly path: string, file: ServerFile, private readonly options: DraftOptions) {
    const kept = this.keptHere();
    this.revision = file.revision;
    this.last = file.content;
    this.content = kept?.content ?? file.content;
    if (!kept || kept.content === file.content) {
      this.forget();
      this.tell({ kind: 'unchanged', at: file.savedAt, by: file.savedByName });
    } else if (kept.revision === file.revision || kept.sent === file.content) {
      this.changed(kept.content);
      this.restored = true;
    } else {
      this.meet(file, kept.content);
    }
    addEventListener('pagehide', () => this.leave());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void this.flush());
  }

  /** @throws Refused if the server does not give the file */
  static async open(model: string, path: string, options: DraftOptions): Promise<DraftFile> {
    return new DraftFile(model, path, await get(model, path), options);
  }

  /** The content is another one now: it is kept here at once, and saved a moment later, once however many changes there were. */
  changed(content: string): void {
    this.restored = false;
    this.keepHere(content);
    if (this.conflict) {
      this.conflict.mine = content;
      return;
    }
    this.pending = content;
    this.tell({ kind: 'changed' });
    this.later(PAUSE);
  }

  /** Saves what is not saved yet, without waiting for a pause; done when the server has answered. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.saving;
    if (this.pending !== undefined) {
      await (this.saving = this.save(this.pending));
    }
  }

  /** Whether the server has everything. */
  get saved(): boolean {
    return this.pending === undefined && !this.saving && !this.conflict;
  }

  /** What stands here, and what the other one saved, while that is in its way. */
  get met(): { theirs: ServerFile; mine: string } | undefined {
    return this.conflict;
  }

  /** Shows what the other one saved, instead of what stands here. */
  async takeTheirs(): Promise<void> {
    const theirs = this.conflict?.theirs ?? (await get(this.model, this.path));
    clearTimeout(this.timer);
    this.conflict = undefined;
    this.pending = undefined;
    this.revision = theirs.revision;
    this.last = theirs.content;
    this.forget();
    await this.options.show(theirs.content);
    this.tell({ kind: 'unchanged', at: theirs.savedAt, by: theirs.savedByName });
  }

  /** Saves what stands here over what the other one saved, which was seen. */
  async putMineOver(): Promise<void> {
    if (this.conflict) {
      const { theirs, mine } = this.conflict;
      this.conflict = undefined;
      this.revision = theirs.revision;
      this.pending = mine;
      await this.flush();
    }
  }

  /** Looks whether somebody else saved the file meanwhile; what stands here stays. */
  async look(): Promise<void> {
    if (this.conflict || this.saving) {
      return;
    }
    const theirs = await get(this.model, this.path);
    if (theirs.revision > this.revision && this.saved) {
      this.tell({ kind: 'behind', theirs });
    }
  }

  private async save(content: string): Promise<void> {
    this.pending = undefined;
    if (content === this.last) {
      this.acknowledged(content, this.revision);
      this.saving = undefined;
      return;
    }
    this.sending = content;
    this.keepHere(content);
    this.tell({ kind: 'saving' });
    try {
      await this.answered(await call('PUT', fileAddress(this.model, this.path), { content, revision: this.revision }), content);
    } catch (error) {
      console.error(error);
      this.fail('The server cannot be reached.', content);
    } finally {
      this.sending = undefined;
      this.saving = undefined;
    }
  }

  private async answered(answer: Response, content: string): Promise<void> {
    if (answer.ok) {
      const { revision, findings } = (await answer.json()) as { revision: number; findings: Finding[] };
      this.acknowledged(content, revision);
      this.options.findings?.(findings);
    } else if (answer.status === 409) {
      this.meet((await answer.json()) as ServerFile, content);
    } else if (answer.status === 401 || answer.status === 403) {
      await this.signedOut(answer, content);
    } else if (answer.status >= 500) {
      this.fail('The server has a problem.', content);
    } else {
      this.tell({ kind: 'refused', message: await sentence(answer, 'The server did not take it.') });
    }
  }

  private acknowledged(content: string, revision: number): void {
    this.revision = revision;
    this.last = content;
    this.attempts = 0;
    this.sending = undefined;
    if (this.pending === undefined) {
      this.forget();
      this.tell({ kind: 'saved', at: serverNow(), restored: this.restored });
    } else {
      this.keepHere(this.pending);
      this.tell({ kind: 'changed' });
      this.later(PAUSE);
    }
  }

  /** Somebody else was faster. Whoever saved the same, perhaps in another window, is nobody else. */
  private meet(theirs: ServerFile, content: string): void {
    const mine = this.pending ?? content;
    if (theirs.content === content) {
      this.acknowledged(content, theirs.revision);
    } else {
      this.pending = undefined;
      this.conflict = { theirs, mine };
      this.tell({ kind: 'conflict', theirs, mine });
    }
  }

  private async signedOut(answer: Response, content: string): Promise<void> {
    const why = await sentence(answer, '');
    if (answer.status === 403 && this.attempts > 0 && (await sessionGoesOn())) {
      this.tell({ kind: 'refused', message: why || 'You may not change this model.' });
    } else {
      this.fail('You are signed out.', content);
      void sessionGoesOn();
    }
  }

  private fail(message: string, content: string): void {
    this.pending ??= content;
    this.tell({ kind: 'failed', message });
    this.later(AGAIN[Math.min(this.attempts, AGAIN.length - 1)]!);
    this.attempts += 1;
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), pause);
  }

  /** The page goes: what a browser still sends is sent, the rest lies here and is saved when the page is opened again. */
  private leave(): void {
    const content = this.pending;
    const body = { content, revision: this.revision };
    if (content === undefined || content === this.last || this.saving || !fits(body)) {
      return;
    }
    clearTimeout(this.timer);
    this.pending = undefined;
    this.sending = content;
    this.keepHere(content);
    // Whoever comes back to the page finds it as he left it.
    void call('PUT', fileAddress(this.model, this.path), body, true).then(answer => this.answered(answer, content))
      .catch(() => this.fail('The server cannot be reached.', content));
  }

  private tell(state: DraftState): void {
    this.options.state?.(state);
  }

  /** Of each person apart: several can use one browser. */
  private get name(): string {
    return `studio.${signedIn()}.${this.model}.${this.path}`;
  }

  private keepHere(content: string): void {
    store(this.name, JSON.stringify({ content, revision: this.revision, sent: this.sending } satisfies Kept));
  }

  private forget(): void {
    store(this.name, null);
  }

  private keptHere(): Kept | undefined {
    return (JSON.parse(stored(this.name) ?? 'null') as Kept | null) ?? undefined;
  }
}

async function get(model: string, path: string): Promise<ServerFile> {
  const answer = await call('GET', fileAddress(model, path));
  if (!answer.ok) {
    throw new Refused(answer.status, await sentence(answer, `The file ${path} could not be loaded.`));
  }
  return (await answer.json()) as ServerFile;
}
