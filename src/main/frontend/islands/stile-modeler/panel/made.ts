import { call, sentence } from '../../../studio/call';
import type { Modeler } from '../modeler';
import type { Words } from '../words';

type Made = { id: string; name: string; address: string };

/** Has a new form or table made in the draft. @returns undefined if the server refuses it, which is said on the page */
export async function make(words: Words, kind: 'forms' | 'decisions', named: Record<string, string>): Promise<Made | undefined> {
  const answer = await call('POST', `/studio/${encodeURIComponent(words.model)}/${kind}?${new URLSearchParams(named)}`);
  if (answer.ok) {
    return (await answer.json()) as Made;
  }
  refused(await sentence(answer, 'It could not be made. Try again in a moment.'));
  return undefined;
}

/** Learns what forms and tables say now, when somebody comes back from their editors. */
export async function learn(modeler: Modeler, words: Words): Promise<void> {
  const answer = await call('GET', `/studio/${encodeURIComponent(words.model)}/words`);
  if (answer.ok) {
    Object.assign(words, await answer.json());
    modeler.get<{ fire(event: string): void }>('eventBus').fire('propertiesPanel.providersChanged');
  }
}

function refused(text: string): void {
  const banner = document.createElement('p');
  banner.className = 'alert late';
  banner.setAttribute('role', 'alert');
  banner.textContent = text;
  document.querySelector('#messages')?.replaceChildren(banner);
}
