import { call } from './call';

/** Somebody else who has this model open, and the file of it that he looks at. */
export type Other = { name: string; file: string };

const EVERY = 20_000;

/**
 * Says every 20 seconds that somebody has a file of a model open, and learns who else has. Silent while the page cannot be seen: whoever has
 * it in a tab behind others is not there.
 *
 * @returns ends it
 */
export function present(model: string, file: string, others: (others: Other[]) => void): () => void {
  const say = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') {
      return;
    }
    try {
      const answer = await call('POST', `/studio/${encodeURIComponent(model)}/presence`, { file });
      if (answer.ok) {
        others(((await answer.json()) as { others: Other[] }).others);
      }
    } catch {
      // Who else is there is known again when the server can be reached again.
    }
  };
  void say();
  const timer = setInterval(() => void say(), EVERY);
  const seen = (): void => void say();
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}
