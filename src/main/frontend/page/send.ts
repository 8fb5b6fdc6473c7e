// Not form.method: a field of that name stands before it, as in the form for a new request.
const isPost = (form: HTMLFormElement): boolean => form.getAttribute('method')?.toLowerCase() === 'post';

// Ctrl + Enter sends the form that one writes in, also from a text area; answers of an island are handed over by the island itself.
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) {
    return;
  }
  const { target } = event;
  const form = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target.form : null;
  if (form && isPost(form) && !form.closest('stile-form')) {
    event.preventDefault();
    form.requestSubmit();
  }
});

// What is on its way is not sent again: an impatient second Enter must not open a second request. Whoever has stopped the first one can try
// again a little later.
const PATIENCE = 10_000;
const sent = new Set<HTMLFormElement>();

document.addEventListener('submit', event => {
  const form = event.target;
  if (form instanceof HTMLFormElement && isPost(form) && !event.defaultPrevented) {
    if (sent.has(form)) {
      event.preventDefault();
    } else {
      sent.add(form);
      setTimeout(() => sent.delete(form), PATIENCE);
    }
  }
});

// Back from the browser's cache: what was sent then may be sent again.
window.addEventListener('pageshow', () => sent.clear());
