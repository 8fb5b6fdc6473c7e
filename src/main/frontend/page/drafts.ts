// What somebody types is kept on the server as it is typed: a moment after the last key, when he leaves a field, and when the page goes. A form
// says with data-draft where it is kept; an island's answers belong to the form that it names.
import { sessionGoesOn } from './session';

type Draft = { id: string; version: number; form: string; [about: string]: unknown };
type Answer = { draft: string; version: number; ended: boolean; kept: string; address: string; other: string | null; otherAddress: string | null };
type Island = HTMLElement & { answers?: unknown };

const PAUSE = 700;
const AGAIN = 5_000;
/** What a browser still sends while a page goes: all of them together 64 KiB. */
const LAST_WORDS = 60_000;
/** Fields of the page, not of the person. */
const OURS = new Set(['_csrf', 'draft', 'answers', 'version', 'seen', 'then', 'type', 'q']);

// A page that comes because its form was refused goes on as the page that sent it, whose last save may still be on its way.
const HANDED_ON = 'stile.draft';
type HandedOn = { draft: string; page: string; count: number };
const handedOn = JSON.parse(sessionStorage.getItem(HANDED_ON) ?? 'null') as HandedOn | null;
sessionStorage.removeItem(HANDED_ON);

const random = (): string => Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('');
const meta = (name: string): string | undefined => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;

class Keeper {
  private readonly draft: Draft;
  private readonly first: string;
  private readonly page: string;
  private count: number;
  private timer = 0;
  private dirty = false;
  private over = false;
  private saving = false;

  constructor(private readonly form: HTMLFormElement) {
    this.draft = JSON.parse(form.dataset['draft'] ?? '') as Draft;
    this.first = this.draft.id;
    const same = handedOn?.draft === this.first;
    this.page = same ? handedOn.page : random();
    this.count = same ? handedOn.count : 0;
  }

  changed(): void {
    if (!this.over) {
      this.dirty = true;
      this.later(PAUSE);
    }
  }

  /** Sends what is not sent yet, without waiting. */
  flush(leaving = false): void {
    if (this.dirty && !this.over && (leaving || !this.saving) && this.island?.hasAttribute('ready') !== false) {
      void this.save(leaving);
    }
  }

  /** The form itself is on its way: the server ends the draft when it takes effect. */
  sent(): void {
    this.flush(true);
    this.over = true;
    sessionStorage.setItem(HANDED_ON, JSON.stringify({ draft: this.draft.id, page: this.page, count: this.count }));
  }

  resume(): void {
    this.over = false;
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), pause);
  }

  private get island(): Island | null {
    return this.form.id ? document.querySelector<Island>(`stile-form[form="${this.form.id}"]`) : null;
  }

  private typed(): Record<string, unknown> {
    const typed: Record<string, unknown> = {};
    new FormData(this.form).forEach((value, name) => {
      if (!OURS.has(name) && typeof value === 'string') {
        typed[name] = value;
      }
    });
    const search = this.form.querySelector<HTMLInputElement>('input[type="hidden"][name="q"]');
    const island = this.island;
    return { ...typed, ...(search ? { q: search.value } : {}), ...(island ? { answers: island.answers } : {}) };
  }

  private async save(leaving: boolean): Promise<void> {
    clearTimeout(this.timer);
    this.dirty = false;
    this.saving = true;
    this.count += 1;
    const { id, ...about } = this.draft;
    const body = JSON.stringify({ ...about, page: this.page, count: this.count, typed: this.typed() });
    try {
      const answer = await fetch(`${location.origin}/drafts/${id}`, {
        method: 'POST', body, credentials: 'same-origin', keepalive: leaving && body.length < LAST_WORDS,
        headers: {
          'Content-Type': 'application/json', Accept: 'application/json', 'HX-Request': 'true', 'Stile-Background': 'true',
          [meta('csrf-header') ?? 'X-CSRF-TOKEN']: meta('csrf-token') ?? '',
        },
      });
      this.saving = false;
      if (answer.ok) {
        this.kept((await answer.json()) as Answer);
      } else {
        this.refused(answer.status);
      }
    } catch {
      this.saving = false;
      this.failed('Not kept: the server cannot be reached. It is tried again.');
    }
  }

  private kept(answer: Answer): void {
    if (answer.ended) {
      if (!this.over) {
        this.over = true;
        this.say('This was sent or thrown away in another window; it is not kept any more.', true);
      }
      return;
    }
    this.draft.id = answer.draft;
    this.draft.version = answer.version;
    const field = this.form.elements.namedItem('draft');
    if (field instanceof HTMLInputElement) {
      field.value = answer.draft;
    }
    this.say(`Kept as a draft at ${answer.kept}`);
    if (answer.other) {
      this.tell(answer);
    }
    // Whoever loads the page again, or comes back to it, finds his draft.
    history.replaceState(history.state, '', answer.address + location.hash);
    if (this.dirty) {
      this.later(PAUSE);
    }
  }

  private tell(answer: Answer): void {
    const notice = document.querySelector<HTMLElement>(`[data-draft-other="${this.first}"]`);
    const link = notice?.querySelector('a');
    if (notice && link) {
      notice.querySelector('[data-draft-when]')!.textContent = answer.other;
      link.href = answer.otherAddress ?? '/';
      notice.hidden = false;
    }
  }

  private refused(status: number): void {
    if (status === 401 || status === 403) {
      this.failed('Not kept: you are signed out. It is tried again.');
      void sessionGoesOn().then(goesOn => goesOn && this.later(0));
    } else if (status === 413) {
      this.say('Too long to be kept as a draft. Nothing that stands in the form is lost, but send it before you leave.', true);
    } else if (status >= 500) {
      this.failed('Not kept: the server has a problem. It is tried again.');
    } else {
      this.say('Not kept as a draft. Send it before you leave.', true);
    }
  }

  private failed(text: string): void {
    this.dirty = true;
    this.say(text, true);
    this.later(AGAIN);
  }

  private say(text: string, wrong = false): void {
    const state = document.querySelector<HTMLElement>(`[data-draft-state="${this.first}"]`);
    if (state) {
      state.textContent = text;
      state.classList.toggle('wrong', wrong);
      state.hidden = false;
    }
  }
}

const keepers = new Map<HTMLFormElement, Keeper>();

function keeperOf(form: Element | null | undefined): Keeper | undefined {
  if (!(form instanceof HTMLFormElement) || !form.dataset['draft']) {
    return undefined;
  }
  const known = keepers.get(form) ?? new Keeper(form);
  keepers.set(form, known);
  return known;
}

function flush(leaving: boolean): void {
  for (const [form, keeper] of keepers) {
    keeper.flush(leaving);
    if (!form.isConnected) {
      keepers.delete(form);
    }
  }
}

for (const change of ['input', 'change']) {
  document.addEventListener(change, event => {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
      const own = OURS.has(target.name) || target.form?.closest('stile-form') ? null : target.form;
      keeperOf(own)?.changed();
    }
  });
}

document.addEventListener('stile-form-change', event => {
  const island = event.target as HTMLElement;
  keeperOf(document.getElementById(island.getAttribute('form') ?? ''))?.changed();
});

document.addEventListener('stile-form-ready', () => flush(false));
document.addEventListener('focusout', () => flush(false));
window.addEventListener('pagehide', () => flush(true));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    flush(true);
  }
});

document.addEventListener('submit', event => {
  if (!event.defaultPrevented) {
    keeperOf(event.target as Element)?.sent();
    flush(true);
  }
});

window.addEventListener('pageshow', event => {
  if (event.persisted) {
    keepers.forEach(keeper => keeper.resume());
  }
});
