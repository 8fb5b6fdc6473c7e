// After a swap the keyboard must be where the eye is: on what asks for it, or at least where it was.
document.addEventListener('htmx:afterSettle', event => {
  const swapped = event.target as HTMLElement;
  const wanted = swapped.querySelector<HTMLElement>('[aria-invalid="true"], [data-focus]');
  if (wanted) {
    wanted.focus();
  } else if (document.activeElement === document.body && swapped.isConnected && !swapped.hasAttribute('data-quiet')) {
    const heading = swapped.querySelector<HTMLElement>('h1, h2, h3') ?? swapped;
    heading.setAttribute('tabindex', '-1');
    heading.focus({ preventScroll: true });
  }
});
