import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './stile-diff.css';
import { fetched, nestedJson } from '../../lib/json-child';

type Box = { x: number; y: number; width: number; height: number };
type Canvas = {
  zoom(level: 'fit-viewport', center: 'auto'): number; viewbox(box?: Box): Box & { inner: Box }; addMarker(id: string, name: string): void;
  scrollToElement(id: string): void; resized(): void;
};
type Viewer = InstanceType<typeof NavigatedViewer>;
type Options = ConstructorParameters<typeof NavigatedViewer>[0];
/** What became of which elements, as the list beside the drawing says it. */
type Changes = { element: string; change: 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED' }[];

/** In which of the two drawings something is marked. */
const SIDES: Record<Changes[number]['change'], number[]> = { REMOVED: [0], ADDED: [1], CHANGED: [0, 1], MOVED: [0, 1] };

/**
 * Draws two states of a diagram beside each other, with what differs marked. Both show the same place.
 *
 * Attributes: `before-url` and `after-url`, `before-label` and `after-label`. Nested JSON "changes". What the page marks with
 * `data-diff-element` leads to the element. Sets `ready` once both are drawn.
 */
export class StileDiff extends HTMLElement {
  private viewers: Viewer[] = [];
  private readonly stop = new AbortController();

  connectedCallback(): void {
    this.draw().catch((error: unknown) => this.fail(error));
    document.addEventListener('click', event => this.follow(event), { signal: this.stop.signal });
  }

  disconnectedCallback(): void {
    this.stop.abort();
    this.viewers.forEach(viewer => viewer.destroy());
    this.viewers = [];
  }

  private async draw(): Promise<void> {
    const models = await Promise.all(['before', 'after'].map(async side => (await fetched(this.getAttribute(`${side}-url`) ?? '')).text()));
    const frames = ['before', 'after'].map(side => this.frame(this.getAttribute(`${side}-label`) ?? side));
    this.viewers = frames.map(frame => new NavigatedViewer({
      container: frame,
      bpmnRenderer: {
        defaultFillColor: 'var(--bpmn-fill, #fff)', defaultStrokeColor: 'var(--bpmn-stroke, #22242a)', defaultLabelColor: 'var(--bpmn-label, #22242a)',
      },
    } as Options));
    await Promise.all(this.viewers.map((viewer, side) => viewer.importXML(models[side]!)));
    this.mark(nestedJson<Changes>(this, 'changes') ?? []);
    this.together();
    this.lead();
    this.canvas(1).zoom('fit-viewport', 'auto');
    this.fitAnew();
    this.setAttribute('ready', '');
  }

  private frame(label: string): HTMLElement {
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    caption.textContent = label;
    const frame = document.createElement('div');
    frame.className = 'diff-canvas';
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', `Diagram: ${label}. The list says the same in words.`);
    figure.append(caption, frame);
    this.append(figure);
    return frame;
  }

  private canvas(side: number): Canvas {
    return this.viewers[side]!.get<Canvas>('canvas');
  }

  private drawn(side: number, id: string): boolean {
    return !!this.viewers[side]!.get<{ get(id: string): unknown }>('elementRegistry').get(id);
  }

  private mark(changes: Changes): void {
    for (const { element, change } of changes) {
      SIDES[change].filter(side => this.drawn(side, element)).forEach(side => this.canvas(side).addMarker(element, `diff-${change.toLowerCase()}`));
    }
  }

  private together(): void {
    let following = false;
    this.viewers.forEach((viewer, side) => viewer.on('canvas.viewbox.changed', ({ viewbox: { x, y, width, height } }: { viewbox: Box }) => {
      if (!following) {
        following = true;
        this.canvas(1 - side).viewbox({ x, y, width, height });
        following = false;
      }
    }));
  }

  /** The list leads to what is drawn, with the keyboard, too. */
  private lead(): void {
    for (const title of document.querySelectorAll<HTMLElement>('.difference [data-diff-element]')) {
      if ([0, 1].some(side => this.drawn(side, title.dataset['diffElement']!))) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'link';
        button.textContent = title.textContent;
        title.replaceChildren(button);
      }
    }
  }

  /** A window turned or made much narrower shows all of the drawing again. */
  private fitAnew(): void {
    let width = this.clientWidth;
    const resize = new ResizeObserver(() => {
      if (Math.abs(this.clientWidth - width) > width / 4) {
        width = this.clientWidth;
        this.viewers.forEach((_, side) => this.canvas(side).resized());
        this.canvas(1).zoom('fit-viewport', 'auto');
      }
    });
    resize.observe(this);
    this.stop.signal.addEventListener('abort', () => resize.disconnect());
  }

  private follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-diff-element]') : null;
    const id = link?.dataset['diffElement'];
    const side = id ? [1, 0].find(each => this.drawn(each, id)) : undefined;
    if (id && side !== undefined) {
      this.canvas(side).scrollToElement(id);
      this.scrollIntoView({ block: 'nearest' });
    }
  }

  private fail(error: unknown): void {
    console.error(error);
    const text = document.createElement('p');
    text.className = 'empty';
    text.textContent = 'The diagrams could not be drawn. The list says in words what differs.';
    this.replaceChildren(text);
    this.setAttribute('ready', '');
  }
}
