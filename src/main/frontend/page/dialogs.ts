// data-dialog="#id" opens a native dialog; inside it, a form with method="dialog" closes it without script.
document.addEventListener('click', event => {
  if (!(event.target instanceof Element)) {
    return;
  }
  const opener = event.target.closest<HTMLElement>('[data-dialog]');
  const dialog = opener && document.querySelector<HTMLDialogElement>(opener.dataset.dialog ?? '');
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  } else if (event.target instanceof HTMLDialogElement) {
    // Only the backdrop reports the dialog itself as the target of a click.
    event.target.close();
  }
});

// An open menu closes on Escape and when the focus or the mouse goes elsewhere, like every other menu.
const menus = 'details[data-menu][open]';

document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && event.target instanceof Element ? event.target.closest<HTMLDetailsElement>(menus) : null;
  if (menu) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

document.addEventListener('pointerdown', event => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(menus)) {
    if (event.target instanceof Node && !menu.contains(event.target)) {
      menu.open = false;
    }
  }
});
