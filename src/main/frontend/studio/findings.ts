import type { Finding } from './draft';

/** The place that a link to this page leads to: the id of an element and, within it, where; undefined if it leads to none. */
export function wantedPlace(): Pick<Finding, 'element' | 'place'> | undefined {
  const wanted = new URLSearchParams(location.search);
  const element = wanted.get('element');
  return element ? { element, place: wanted.get('place') ?? '' } : undefined;
}

/**
 * Lists what the server found in a file, and leads to each place.
 *
 * @param host   the element of the page that lists them: with `[data-findings-count]`, `ul[data-findings-list]` and `[data-findings-none]`
 * @param choose shows the element in the editor
 */
export function listFindings(host: HTMLElement, findings: Finding[], choose: (finding: Finding) => void): void {
  const list = host.querySelector<HTMLElement>('[data-findings-list]')!;
  const safety = findings.filter(finding => finding.severity === 'safety').length;
  host.querySelector<HTMLElement>('[data-findings-count]')!.textContent = count(findings.length, safety);
  host.querySelector<HTMLElement>('[data-findings-none]')!.hidden = findings.length > 0;
  list.hidden = findings.length === 0;
  list.replaceChildren(...findings.map(finding => line(finding, () => choose(finding))));
}

function count(all: number, safety: number): string {
  if (all === 0) {
    return '';
  }
  const words = all === 1 ? '1 thing to put right' : `${all} things to put right`;
  return safety === 0 ? `${words} before it is published` : `${words}; ${safety} of them refused`;
}

function line(finding: Finding, choose: () => void): HTMLLIElement {
  const item = document.createElement('li');
  item.className = finding.severity;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = finding.name ?? finding.element;
  button.addEventListener('click', choose);
  const id = document.createElement('small');
  id.className = 'finding-id';
  id.textContent = finding.element;
  const text = document.createElement('span');
  text.textContent = finding.message;
  item.append(button, id, text);
  return item;
}
