import { sayFlow } from './conditions/flow';
import { knownAt } from './conditions/known';
import { el } from './dom';
import type { Frame } from './Frame';
import type { Modeler } from './modeler';
import { beside, KINDS } from './kinds';
import { definition, property } from './panel/properties';
import { sayTarget } from './targets';
import type { Canvas, Drawn, Selection } from './types';
import { nameOf, type Words } from './words';

/** The model as text: what a screen reader cannot get from the drawing. Choosing an entry selects it; its properties follow. */
export class Outline {
  constructor(private modeler: Modeler, private frame: Frame, private words: Words) {
    modeler.on('selection.changed', () => this.mark());
    frame.panel.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        this.frame.outline.querySelector<HTMLElement>('[aria-current]')?.focus();
      }
    });
  }

  show(): void {
    const root = this.modeler.get<Canvas>('canvas').getRootElement();
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.element : undefined;
    this.frame.outline.replaceChildren(el('li', {}, this.button(root, 'Model', root.businessObject.name ?? root.id, '')), ...this.lines(root));
    this.mark();
    if (focused) {
      this.frame.outline.querySelector<HTMLElement>(`[data-element="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  private lines(parent: Drawn): HTMLElement[] {
    return inOrder(parent.children).map(element => {
      const inner = [...element.outgoing.filter(flow => isAnswer(flow)).map(flow => this.answer(flow)),
        ...(element.attachers ?? []).map(event => this.line(event)), ...(element.type === 'bpmn:SubProcess' ? this.lines(element) : [])];
      return this.line(element, inner);
    });
  }

  private line(element: Drawn, inner: HTMLElement[] = []): HTMLElement {
    const { name, text } = element.businessObject;
    const next = element.outgoing.filter(flow => !isAnswer(flow)).map(flow => title(flow.target!)).join(', ');
    const about = [this.about(element), next && element.type !== 'bpmn:TextAnnotation' ? `then ${next}` : ''].filter(Boolean).join('; ');
    return el('li', {}, this.button(element, KINDS[element.type] ?? 'Part', name || text || beside(element) || element.id, about), inner.length ? el('ul', {}, ...inner) : undefined);
  }

  private answer(flow: Drawn): HTMLElement {
    const about = `${sayFlow(flow, knownAt(flow, this.words))}, then ${title(flow.target!)}`;
    return el('li', {}, this.button(flow, 'Answer', flow.businessObject.name || 'no words yet', about));
  }

  private about(element: Drawn): string {
    const node = element.businessObject;
    if (element.type === 'bpmn:UserTask') {
      const who = node.get('camunda:candidateGroups');
      const sla = property(node, 'sla');
      return `${who ? nameOf([...this.words.departments, ...this.words.roles], who) : 'nobody yet'}, ${sla ? sayTarget(sla) : 'no target'}`;
    }
    if (element.type === 'bpmn:ServiceTask') {
      return nameOf(this.words.actions, property(node, 'action')) || 'no action yet';
    }
    const date: string | undefined = definition(node, 'bpmn:TimerEventDefinition')?.timeDate?.body;
    return date === '${stepDue}' ? 'when the step is late' : definition(node, 'bpmn:MessageEventDefinition')?.messageRef?.name ?? '';
  }

  private button(element: Drawn, kind: string, name: string, about: string): HTMLElement {
    return el('button', { type: 'button', 'data-element': element.id, onclick: event => this.choose(element.id, (event as MouseEvent).detail === 0) },
      el('span', { class: 'kind' }, kind), ' ', el('b', {}, name), about ? el('span', { class: 't2' }, about) : undefined);
  }

  /** With the keyboard the fields are what is wanted next; Escape comes back. */
  private choose(id: string, byKeyboard: boolean): void {
    const element = this.modeler.get<{ get(id: string): Drawn | undefined }>('elementRegistry').get(id);
    if (element) {
      const canvas = this.modeler.get<Canvas>('canvas');
      this.modeler.get<Selection>('selection').select(element === canvas.getRootElement() ? [] : element);
      if (element !== canvas.getRootElement()) {
        canvas.scrollToElement(element, 80);
      }
      if (byKeyboard) {
        setTimeout(() => this.frame.focusProperties(), 60);
      }
    }
  }

  private mark(): void {
    const [selected] = this.modeler.get<Selection>('selection').get();
    const id = (selected?.labelTarget ?? selected ?? this.modeler.get<Canvas>('canvas').getRootElement())?.id;
    for (const button of this.frame.outline.querySelectorAll<HTMLElement>('button[data-element]')) {
      button.toggleAttribute('aria-current', button.dataset.element === id);
    }
  }
}

const title = (element: Drawn): string => element.businessObject.name || KINDS[element.type]?.toLowerCase() || element.id;

const isAnswer = (flow: Drawn): boolean => flow.type === 'bpmn:SequenceFlow'
  && ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'].includes(flow.source!.type) && flow.source!.outgoing.length > 1;

/** As a request travels: from the start on; what nothing leads to comes last. */
function inOrder(children: Drawn[]): Drawn[] {
  const nodes = children.filter(child => !child.waypoints && !child.labelTarget && child.type !== 'bpmn:BoundaryEvent' && child.type !== 'label');
  const starts = nodes.filter(({ incoming, type }) => !incoming.length && type === 'bpmn:StartEvent');
  const found: Drawn[] = [];
  const next = [...starts];
  for (let node = next.shift(); node; node = next.shift()) {
    if (!found.includes(node)) {
      found.push(node);
      const way = [...node.outgoing, ...(node.attachers ?? []).flatMap(event => event.outgoing)].flatMap(flow => (flow.target ? [flow.target] : []));
      next.push(...way.filter(target => nodes.includes(target)));
    }
  }
  return [...found, ...nodes.filter(node => !found.includes(node))];
}
