// One file of a model's draft, saved on the server while it is edited. What the server has not acknowledged lies in this browser, so that neither
// a crash nor a dead network loses it. A save never overwrites what somebody else saved meanwhile: the person decides.
import { store, stored } from '../lib/stored';
import { sessionGoesOn } from '../page/session';
import { call, fileAddress, Refused, sentence, serverNow, signedIn } from './call';

/** Something that is wrong with a file, as the gate says it. */
export type Finding = { element: string; place: string; rule: string; severity: 'safety' | 'modelling'; message: string };

/** A file as the server has it. Revision 0: as it was published, not yet in the draft. */
export type ServerFile = { path?: string; content: string; revision: number; savedBy: string | null; savedByName: string | null; savedAt: string | null };

export type DraftState =
  /** Nothing was changed here; at: when the server's file was saved, null if it never was. */
  | { kind: 'unchanged'; at: string | null; by: string | null }
  | { kind: 'changed' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
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

/** What lies in this browser until the server has it. */
type Kept = { content: string; revision: number; by: string };

const PAUSE = 600;
const AGAIN = [2_000, 5_000, 10_000, 30_000];
/** What a browser still sends while a page goes: 64 KiB. */
const LAST_WORDS = 60_000;

export class DraftFile {
  /** What to show first: the server's content, or what of it could not be saved the last time. */
  readonly content: string;
  private revision: number;
  private last: string;
  private read: (() => string | Promise<string>) | undefined;
  private conflict: { theirs: ServerFile; mine: string } | undefined;
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
    } else if (kept.revision === file.revision) {
      this.changed(() => kept.content);
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

  /** The content has changed; it is read a moment later, once however many changes there were, and saved. */
  changed(read: () => string | Promise<string>): void {
    this.read = read;
    if (!this.conflict) {
      this.tell({ kind: 'changed' });
    }
    this.later(PAUSE);
  }

  /** Saves what is not saved yet, without waiting for a pause; done when the server has answered. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.saving;
    if (this.read && this.conflict) {
      this.conflict.mine = await this.read();
      this.keepHere(this.conflict.mine);
    } else if (this.read) {
      await (this.saving = this.save());
    }
  }

  /** Whether the server has everything. */
  get saved(): boolean {
    return !this.read && !this.saving && !this.conflict;
  }

  /** What stands here while somebody else's save is in its way. */
  get mine(): string | undefined {
    return this.conflict?.mine;
  }

  /** Shows what the other one saved, instead of what stands here. */
  async takeTheirs(): Promise<void> {
    const theirs = this.conflict?.theirs ?? (await get(this.model, this.path));
    this.conflict = undefined;
    this.read = undefined;
    this.revision = theirs.revision;
    this.last = theirs.content;
    this.forget();
    await this.options.show(theirs.content);
    this.read = undefined;
    clearTimeout(this.timer);
    this.tell({ kind: 'unchanged', at: theirs.savedAt, by: theirs.savedByName });
  }

  /** Saves what stands here over what the other one saved, which was seen. */
  async putMineOver(): Promise<void> {
    if (this.conflict) {
      const { theirs, mine } = this.conflict;
      this.conflict = undefined;
      this.revision = theirs.revision;
      this.read ??= () => mine;
      await this.flush();
    }
  }

  /** Looks whether somebody else saved the file meanwhile; what stands here stays. */
  async look(): Promise<void> {
    if (this.conflict || this.saving) {
      return;
    }
    const theirs = await get(this.model, this.path);
    if (theirs.revision > this.revision && !this.saving && !this.read) {
      this.tell({ kind: 'behind', theirs });
    }
  }

  private async save(): Promise<void> {
    const { read } = this;
    if (!read) {
      return;
    }
    this.read = undefined;
    let content: string | undefined;
    try {
      content = await read();
      if (content === this.last) {
        this.forget();
        this.tell({ kind: 'saved', at: serverNow() });
        return;
      }
      this.keepHere(content);
      this.tell({ kind: 'saving' });
      const answer = await call('PUT', fileAddress(this.model, this.path), { content, revision: this.revision });
      await this.answered(answer, content, read);
    } catch (error) {
      console.error(error);
      this.fail(content === undefined ? 'The editor could not give its content.' : 'The server cannot be reached.', read);
    } finally {
      this.saving = undefined;
    }
  }

  private async answered(answer: Response, content: string, read: () => string | Promise<string>): Promise<void> {
    if (answer.ok) {
      const { revision, findings } = (await answer.json()) as { revision: number; findings: Finding[] };
      this.acknowledged(content, revision);
      this.options.findings?.(findings);
    } else if (answer.status === 409) {
      this.meet((await answer.json()) as ServerFile, content);
    } else if (answer.status === 401 || answer.status === 403) {
      await this.signedOut(answer, read);
    } else if (answer.status >= 500) {
      this.fail('The server has a problem.', read);
    } else {
      this.tell({ kind: 'refused', message: await sentence(answer, 'The server did not take it.') });
    }
  }

  private acknowledged(content: string, revision: number): void {
    this.revision = revision;
    this.last = content;
    this.attempts = 0;
    this.forget();
    this.tell(this.read ? { kind: 'changed' } : { kind: 'saved', at: serverNow() });
    if (this.read) {
      this.later(PAUSE);
    }
  }

  /** Somebody else was faster. Whoever saved the same, perhaps in another window, is nobody else. */
  private meet(theirs: ServerFile, mine: string): void {
    if (theirs.content === mine) {
      this.acknowledged(mine, theirs.revision);
    } else {
      this.conflict = { theirs, mine };
      this.tell({ kind: 'conflict', theirs, mine });
    }
  }

  private async signedOut(answer: Response, read: () => string | Promise<string>): Promise<void> {
    const why = await sentence(answer, '');
    if (answer.status === 403 && this.attempts > 0 && (await sessionGoesOn())) {
      this.tell({ kind: 'refused', message: why || 'You may not change this model.' });
    } else {
      this.fail('You are signed out.', read);
      void sessionGoesOn();
    }
  }

  private fail(message: string, read: () => string | Promise<string>): void {
    this.read ??= read;
    this.tell({ kind: 'failed', message });
    this.later(AGAIN[Math.min(this.attempts, AGAIN.length - 1)]!);
    this.attempts += 1;
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), pause);
  }

  /** The page goes: what is short enough is sent along, the rest lies in this browser. */
  private leave(): void {
    const content = this.read && !this.conflict ? this.read() : undefined;
    if (typeof content === 'string' && content !== this.last) {
      this.keepHere(content);
      if (content.length < LAST_WORDS && !this.saving) {
        void call('PUT', fileAddress(this.model, this.path), { content, revision: this.revision }, true)
          .then(answer => (answer.ok ? answer.json() : undefined))
          .then((said: { revision: number } | undefined) => said && this.acknowledged(content, said.revision)).catch(() => undefined);
      }
    }
  }

  private tell(state: DraftState): void {
    this.options.state?.(state);
  }

  private get name(): string {
    return `studio.${this.model}.${this.path}`;
  }

  private keepHere(content: string): void {
    store(this.name, JSON.stringify({ content, revision: this.revision, by: signedIn() } satisfies Kept));
  }

  private forget(): void {
    store(this.name, null);
  }

  private keptHere(): Kept | undefined {
    const kept = JSON.parse(stored(this.name) ?? 'null') as Kept | null;
    return kept?.by === signedIn() ? kept : undefined;
  }
}

async function get(model: string, path: string): Promise<ServerFile> {
  const answer = await call('GET', fileAddress(model, path));
  if (!answer.ok) {
    throw new Refused(answer.status, await sentence(answer, `The file ${path} could not be loaded.`));
  }
  return (await answer.json()) as ServerFile;
}
