import { store, stored } from '../lib/stored';

// Any link, button or field with data-key="n" (or "g m": one after the other) is opened, pressed or focused by these keys. Never while
// somebody types, and switchable, as WCAG 2.1.4 asks for keys without a modifier.
const PAUSE = 1200;
let typed = '';
let last = 0;

const isOff = (): boolean => stored('keys') === 'off';

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"], stile-form') !== null);
}

function find(keys: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-key]')].find(element => element.dataset.key === keys);
}

function isStart(keys: string): boolean {
  return document.querySelector(`[data-key^="${CSS.escape(keys)} "]`) !== null;
}

function act(element: HTMLElement): void {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus();
    element.select();
  } else {
    element.click();
    // What a key has unfolded is to be filled in.
    if (element.tagName === 'SUMMARY') {
      element.parentElement?.querySelector<HTMLElement>('form :is(input:not([type="hidden"]), select, textarea)')?.focus();
    }
  }
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.key.length !== 1
    || takesText(event.target) || document.querySelector('dialog[open]')) {
    return;
  }
  if (isOff() && event.key !== '?') {
    return;
  }
  const combined = typed && event.timeStamp - last < PAUSE ? `${typed} ${event.key}` : event.key;
  last = event.timeStamp;
  const element = find(combined) ?? find(event.key);
  typed = !element && isStart(event.key) ? event.key : '';
  if (element) {
    event.preventDefault();
    act(element);
  }
});

// The list of keys is read from the page itself, so it cannot be wrong.
const list = document.querySelector('#keys-list');
const dialog = document.querySelector<HTMLDialogElement>('#keys');
const toggle = document.querySelector<HTMLInputElement>('#keys-on');

function describe(element: HTMLElement): HTMLElement[] {
  const term = document.createElement('dt');
  for (const key of (element.dataset.key ?? '').split(' ')) {
    const cap = document.createElement('kbd');
    cap.textContent = key;
    term.append(cap, ' ');
  }
  const meaning = document.createElement('dd');
  meaning.textContent = element.dataset.keyLabel ?? element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
  return [term, meaning];
}

document.addEventListener('click', event => {
  if (list && event.target instanceof Element && event.target.closest('[data-dialog="#keys"]')) {
    list.replaceChildren(...[...document.querySelectorAll<HTMLElement>('[data-key]')].flatMap(describe));
  }
});

if (toggle && dialog) {
  toggle.checked = !isOff();
  toggle.addEventListener('change', () => store('keys', toggle.checked ? null : 'off'));
}
