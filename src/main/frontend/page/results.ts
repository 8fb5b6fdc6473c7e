// <input data-results="#hits">: the arrow keys walk from the field through the links and buttons that the server rendered into #hits and
// back again; Enter then is the browser's own.
function entries(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('a[href], button:not([disabled])')].filter(element => element.checkVisibility());
}

function place(target: Element): { field: HTMLElement; list: Element; at: number } | undefined {
  for (const field of document.querySelectorAll<HTMLElement>('[data-results]')) {
    const list = document.querySelector(field.dataset.results ?? '');
    if (list && (target === field || list.contains(target))) {
      return { field, list, at: entries(list).indexOf(target.closest<HTMLElement>('a, button') ?? field) };
    }
  }
  return undefined;
}

function next(key: string, at: number, count: number, inField: boolean): number | undefined {
  switch (key) {
    case 'ArrowDown': return Math.min(at + 1, count - 1);
    case 'ArrowUp': return inField ? undefined : at - 1;
    case 'Home': return inField ? undefined : 0;
    case 'End': return inField ? undefined : count - 1;
    case 'Escape': return inField ? undefined : -1;
    default: return undefined;
  }
}

document.addEventListener('keydown', event => {
  const here = event.target instanceof Element && !event.defaultPrevented ? place(event.target) : undefined;
  if (!here) {
    return;
  }
  const all = entries(here.list);
  const to = next(event.key, here.at, all.length, event.target === here.field);
  if (to !== undefined && all.length > 0) {
    event.preventDefault();
    (to < 0 ? here.field : all[to])?.focus();
  }
});
