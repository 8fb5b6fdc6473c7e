import { dueText } from '../lib/due-text';

// The server's clock counts, not this machine's: the demonstration moves it, and staff machines go wrong.
const EVERY = 30_000;
let ahead = serverIsAhead(document.querySelector<HTMLMetaElement>('meta[name="server-time"]')?.content);

function serverIsAhead(time: string | null | undefined): number {
  const instant = time ? Date.parse(time) : NaN;
  return Number.isNaN(instant) ? 0 : instant - Date.now();
}

function refresh(root: ParentNode): void {
  const now = Date.now() + ahead;
  for (const element of root.querySelectorAll<HTMLTimeElement>('time[data-due]')) {
    const left = Date.parse(element.dataset.due ?? '') - now;
    if (!Number.isNaN(left)) {
      element.textContent = dueText(left);
      if (left <= 0) {
        const cell = element.closest('.due, .chip');
        cell?.classList.remove('ok', 'warn');
        cell?.classList.add('late');
      }
    }
  }
}

document.addEventListener('htmx:afterRequest', event => {
  const time = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail.xhr.getResponseHeader('Stile-Time');
  if (time) {
    ahead = serverIsAhead(time);
    refresh(document);
  }
});

setInterval(() => refresh(document), EVERY);
