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

/** Whose session it is, as the server said it with an answer; true if it is that of whoever loaded the page. */
function learn(status: number, token: string | null, viewer: string | null): boolean {
  if (status === 401) {
    show('signed-out', true);
  } else if (token) {
    show('signed-out', false);
    const same = viewer === meta('viewer')?.content;
    show('signed-in-else', !same);
    if (same) {
      takeOver(token);
    }
    return same;
  }
  return false;
}

/** Asks whose session it is after something was refused; true if the page can go on, with the present session's token. */
export async function sessionGoesOn(): Promise<boolean> {
  const answer = await fetch('/badges', { credentials: 'same-origin', headers: { 'HX-Request': 'true', 'Stile-Background': 'true' } });
  return learn(answer.status, answer.headers.get('Stile-Csrf'), answer.headers.get('Stile-Viewer'));
}

document.addEventListener('htmx:afterRequest', event => {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  learn(xhr.status, xhr.getResponseHeader('Stile-Csrf'), xhr.getResponseHeader('Stile-Viewer'));
});
