const meta = (name: string): string | undefined => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;

/** Keeps an answer that is not of this kind apart from a network that is gone. */
export class Refused extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/**
 * Calls an address of the studio as the person who is signed in.
 *
 * @throws TypeError if the server cannot be reached
 */
export function call(method: string, address: string, body?: unknown, keepalive = false): Promise<Response> {
  return fetch(`${location.origin}${address}`, {
    method, credentials: 'same-origin', keepalive,
    headers: {
      Accept: 'application/json', 'HX-Request': 'true', 'Stile-Background': 'true',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      [meta('csrf-header') ?? 'X-CSRF-TOKEN']: meta('csrf-token') ?? '',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** What a browser still sends of a page that goes: 64 KiB, all such calls together. */
const LAST_WORDS = 60_000;

/** Whether a body can be sent while the page goes. */
export function fits(body: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(body)).length < LAST_WORDS;
}

/** The sentence of a problem as the server says it, or the one given here. */
export async function sentence(answer: Response, otherwise: string): Promise<string> {
  try {
    const problem = (await answer.json()) as { detail?: string; title?: string };
    return problem.detail ?? problem.title ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** The address of a file of a draft: each step of its path by itself. */
export function fileAddress(model: string, path: string): string {
  return `/studio/${encodeURIComponent(model)}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The time of day of an instant as people of that zone read it: 10:02. */
export function timeOfDay(instant: string | number, zone: string | undefined): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...(zone ? { timeZone: zone } : {}) }).format(new Date(instant));
}

/** The server's clock as the page was told it, going on since: the demonstration moves it. */
const ahead = ((time): number => (Number.isNaN(time) ? 0 : time - Date.now()))(Date.parse(meta('server-time') ?? ''));
export const serverNow = (): number => Date.now() + ahead;
export const signedIn = (): string => meta('viewer') ?? '';
