// What a page says of its draft: saved when, not saved, somebody else saved, who else is there. The page has the markup of `studio/draft :: bar`.
import { call, serverNow, timeOfDay } from './call';
import type { DraftFile, DraftState, ServerFile } from './draft';
import { download } from './download';
import { present, type Other } from './presence';

/**
 * Shows the state of a draft. Made before the draft is opened, so that it hears of everything: give `bar.state` to `DraftFile.open`, then call
 * `bar.of(draft)`.
 */
export class DraftBar {
  private draft: DraftFile | undefined;
  private told = '';

  constructor(private readonly host: HTMLElement) {
    this.button('theirs').addEventListener('click', () => void this.takeTheirs());
    this.button('mine').addEventListener('click', () => void this.putMineOver());
    this.button('keep').addEventListener('click', () => this.keep('mine'));
    this.button('compare').addEventListener('click', () => void this.compare());
    this.button('behind').addEventListener('click', () => void this.draft?.takeTheirs());
  }

  /** Begins to say who is there. @returns ends it */
  of(draft: DraftFile): () => void {
    this.draft = draft;
    return present(draft.model, draft.path, others => {
      this.others(others, draft.path);
      if (others.some(other => other.file === draft.path)) {
        void draft.look().catch(() => undefined);
      }
    });
  }

  readonly state = (state: DraftState): void => {
    const line = this.part('[data-draft-line]');
    line.textContent = this.words(state);
    line.classList.toggle('wrong', state.kind === 'failed' || state.kind === 'refused' || state.kind === 'conflict');
    this.host.dataset['draft'] = state.kind;
    this.part('[data-draft-conflict]').hidden = state.kind !== 'conflict';
    this.part('[data-draft-behind]').hidden = state.kind !== 'behind';
    if (state.kind === 'conflict' || state.kind === 'behind') {
      this.part(`[data-draft-${state.kind}] [data-draft-who]`).textContent = this.who(state.theirs);
    }
  };

  private words(state: DraftState): string {
    switch (state.kind) {
      case 'unchanged': return state.at ? `Saved ${this.time(state.at)}${state.by ? ` by ${state.by}` : ''}` : 'As published';
      case 'changed': return 'Not saved yet';
      case 'saving': return 'Saving…';
      case 'saved': return `Saved ${this.time(state.at)}${state.restored ? ', with what could not be saved the last time' : ''}`;
      case 'failed': return `Not saved, trying again. ${state.message} It is kept in this browser.`;
      case 'refused': return `Not saved. ${state.message}`;
      case 'conflict': return 'Not saved: somebody else saved meanwhile';
      case 'behind': return 'Somebody else saved meanwhile';
    }
  }

  private who({ savedByName, savedBy, savedAt }: ServerFile): string {
    return `${savedByName ?? savedBy ?? 'Somebody'} saved this${savedAt ? ` at ${this.time(savedAt)}` : ''}`;
  }

  private time(instant: string | number): string {
    const time = timeOfDay(instant, this.host.dataset['zone']);
    const old = serverNow() - new Date(instant).getTime() > 20 * 3_600_000;
    return old ? `${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(new Date(instant))} ${time}` : time;
  }

  private others(others: Other[], path: string): void {
    const here = [...new Set(others.filter(other => other.file === path).map(other => other.name))];
    const elsewhere = [...new Set(others.map(other => other.name))].filter(name => !here.includes(name));
    const words = [
      here.length > 0 ? `${here.join(', ')} ${here.length > 1 ? 'have' : 'has'} this open, too` : '',
      elsewhere.length > 0 ? `${elsewhere.join(', ')} ${elsewhere.length > 1 ? 'are' : 'is'} in another file of this model` : '',
    ].filter(Boolean).join('; ');
    if (words !== this.told) {
      this.told = words;
      this.part('[data-draft-others]').textContent = words;
    }
  }

  /** Theirs is shown only once mine lies with the person as a file. */
  private async takeTheirs(): Promise<void> {
    this.keep('mine');
    await this.draft?.takeTheirs();
  }

  /** Theirs is overwritten only once it lies with the person as a file. */
  private async putMineOver(): Promise<void> {
    this.keep('theirs');
    await this.draft?.putMineOver();
  }

  private keep(whose: 'mine' | 'theirs'): void {
    const { path, met } = this.draft!;
    if (met) {
      download(path.split('/').pop()!.replace(/(\.\w+)$/, `-${whose}$1`), whose === 'mine' ? met.mine : met.theirs.content);
    }
  }

  /** What is different, in words: the server compares what it has with what stands here. */
  private async compare(): Promise<void> {
    const { draft } = this;
    const dialog = this.part('dialog') as HTMLDialogElement;
    const body = dialog.querySelector<HTMLElement>('.body')!;
    body.textContent = 'Comparing…';
    dialog.showModal();
    const mine = draft?.met?.mine;
    try {
      const answer = await call('POST', `/studio/${encodeURIComponent(draft!.model)}/difference`, { path: draft!.path, content: mine });
      body.innerHTML = answer.ok ? await answer.text() : '<p>The two could not be compared.</p>';
    } catch {
      body.textContent = 'The two could not be compared: the server cannot be reached.';
    }
  }

  private part(selector: string): HTMLElement {
    return this.host.querySelector<HTMLElement>(selector)!;
  }

  private button(name: string): HTMLElement {
    return this.part(`[data-draft-do="${name}"]`);
  }
}
