// Ctrl + Enter sends the form that one writes in, also from a text area; answers of an island are handed over by the island itself.
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) {
    return;
  }
  const { target } = event;
  const form = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target.form : null;
  if (form?.method === 'post' && !form.closest('stile-form')) {
    event.preventDefault();
    form.requestSubmit();
  }
});
