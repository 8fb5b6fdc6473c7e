import type { Finding } from '../../../studio/draft';
import { listFindings } from '../../../studio/findings';
import { el } from '../dom';
import { beside, KINDS } from '../kinds';
import { Live, LIVE_RULES } from './Live';
import type { Modeler } from '../modeler';
import type { Canvas, Drawn, Overlays, Registry, Selection } from '../types';

const TYPE = 'stile-finding';

/** What is wrong, on the drawing and in a list that leads to it: what the server found, and what can be seen while drawing. */
export class Findings {
  private server: Finding[] = [];
  private live: Finding[] = [];
  private readonly list: HTMLElement;

  constructor(private modeler: Modeler, place: HTMLElement) {
    this.list = place.closest('section')!;
    new Live(modeler, findings => {
      this.live = findings;
      this.show();
    });
    place.append(el('p', { 'data-findings-none': true }, 'Nothing to put right.'), el('ul', { class: 'findings', 'data-findings-list': true }));
  }

  /** What the server said when it saved last. */
  ofServer(findings: Finding[]): void {
    this.server = findings.map(finding => ({ ...finding, severity: finding.severity.toLowerCase() as Finding['severity'] }));
    this.show();
  }

  private show(): void {
    const all = this.all();
    listFindings(this.list, all, finding => this.choose(finding));
    const overlays = this.modeler.get<Overlays>('overlays');
    overlays.remove({ type: TYPE });
    for (const [id, found] of byElement(all)) {
      if (this.registry().get(id)) {
        overlays.add(id, TYPE, { position: { top: -12, left: -12 }, scale: false, html: this.badge(found) });
      }
    }
  }

  /** Each once; what the drawing shows now counts more than what the server saw a moment ago. */
  private all(): Finding[] {
    const all = [...this.server.filter(({ rule, severity }) => severity === 'safety' || !LIVE_RULES.has(rule)), ...this.live];
    return all.map(finding => ({ ...finding, name: finding.name ?? this.title(finding) })).sort((a, b) => Number(a.severity === 'modelling') - Number(b.severity === 'modelling'));
  }

  private badge(found: Finding[]): HTMLElement {
    const isSafety = found.some(({ severity }) => severity === 'safety');
    const words = found.map(({ message }) => message).join('\n');
    // For the pointer alone: the list says the same to everybody else.
    return el('div', { class: `finding-badge ${isSafety ? 'safety' : 'modelling'}`, title: words, 'aria-hidden': 'true',
      onclick: () => this.choose(found[0]!) }, String(found.length));
  }

  private title(finding: Finding): string {
    const element = this.registry().get(finding.element);
    const name = element?.businessObject.name;
    return (element && between(element)) || [element ? KINDS[element.type] ?? 'Part' : 'The diagram', name ? `“${name}”` : element && beside(element)].filter(Boolean).join(' ');
  }

  choose({ element }: Pick<Finding, 'element'>): void {
    const drawn = this.registry().get(element);
    if (drawn) {
      this.modeler.get<Selection>('selection').select(isRoot(drawn) ? [] as never : drawn);
      if (!isRoot(drawn)) {
        this.modeler.get<Canvas>('canvas').scrollToElement(drawn, 80);
      }
    }
  }

  private registry(): Registry {
    return this.modeler.get<Registry>('elementRegistry');
  }
}

/** A flow without a label is called by what it joins. */
function between({ source, target }: Drawn): string {
  const [from, to] = [source, target].map(end => end?.businessObject.name);
  return from && to ? `Flow from “${from}” to “${to}”` : '';
}

const isRoot = (element: Drawn): boolean => !element.parent;

function byElement(findings: Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  findings.forEach(finding => found.set(finding.element, [...(found.get(finding.element) ?? []), finding]));
  return found;
}
