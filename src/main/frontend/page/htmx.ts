import htmx from 'htmx.org';

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;
htmx.config.responseHandling = [
  { code: '204', swap: false },
  { code: '[23]..', swap: true },
  // A form with problems, and "somebody was faster": the answer is what the person must see.
  { code: '409|422', swap: true },
  { code: '[45]..', swap: false, error: true },
];

const meta = (name: string): string | undefined => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;

document.addEventListener('htmx:configRequest', event => {
  const { verb, headers } = (event as CustomEvent<{ verb: string; headers: Record<string, string> }>).detail;
  const header = meta('csrf-header');
  const token = meta('csrf-token');
  if (verb !== 'get' && header && token) {
    headers[header] = token;
  }
});

// An error that says itself where it wants to be shown (the server's own banner) is shown, whatever its status.
document.addEventListener('htmx:beforeSwap', event => {
  const detail = (event as CustomEvent<{ xhr: XMLHttpRequest; shouldSwap: boolean }>).detail;
  if (detail.xhr.getResponseHeader('HX-Retarget')) {
    detail.shouldSwap = true;
  }
});

document.addEventListener('htmx:sendError', event => {
  const polling = (event.target as Element | null)?.hasAttribute('data-quiet');
  const messages = document.querySelector('#messages');
  if (messages && !polling) {
    messages.replaceChildren(banner('The server cannot be reached. Nothing was changed; try again in a moment.'));
  }
});

function banner(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'alert late';
  element.setAttribute('role', 'alert');
  element.textContent = text;
  return element;
}
