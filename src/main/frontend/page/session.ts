// A page that polls must not jump to the sign-in page by itself: what somebody is typing would be lost. It says so instead, and once he has
// signed in in another tab, it takes over the new session's token and goes on.
const meta = (name: string): HTMLMetaElement | null => document.querySelector(`meta[name="${name}"]`);

function show(id: string, shown: boolean): void {
  const notice = document.getElementById(id);
  if (notice) {
    notice.hidden = !shown;
  }
}

function takeOver(token: string): void {
  meta('csrf-token')?.setAttribute('content', token);
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="_csrf"]')) {
    input.value = token;
  }
}

/** Says that what the page asked for by itself was refused, because the session is over. */
export function signedOut(): void {
  show('signed-out', true);
}

document.addEventListener('htmx:afterRequest', event => {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  const token = xhr.getResponseHeader('Stile-Csrf');
  if (xhr.status === 401) {
    signedOut();
  } else if (token) {
    show('signed-out', false);
    const same = xhr.getResponseHeader('Stile-Viewer') === meta('viewer')?.content;
    show('signed-in-else', !same);
    if (same) {
      takeOver(token);
    }
  }
});
