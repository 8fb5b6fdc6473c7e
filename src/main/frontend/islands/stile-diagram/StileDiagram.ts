import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './stile-diagram.css';
import { fetched, nestedJson } from '../../lib/json-child';
import { StateMarks, type DiagramState } from './state';

type Box = { x: number; y: number; width: number; height: number };
type Canvas = {
  zoom(level?: number | 'fit-viewport', center?: 'auto'): number;
  scroll(delta: { dx: number; dy: number }): void;
  viewbox(box?: Box): Box & { inner: Box; outer: Size };
  resized(): void;
};
type Options = ConstructorParameters<typeof NavigatedViewer>[0];

type Size = { width: number; height: number };

/** Space around the drawing, in its own units, so that badges do not cover it. */
const MARGIN = 26;
/** What the watermark at the lower right takes, in pixels, with the space around it. */
const WATERMARK: Size = { width: 84, height: 42 };
const LARGEST = 1.1;
const STEP = 60;

/**
 * Draws a BPMN model, read-only, with what is done and what is going on in it.
 *
 * Attributes: `src` (the model), `state-url` or nested JSON (`data-name` "state"). Sends `stile-diagram-select` with the id of the element
 * that was clicked. Keys, once focused: arrows move, + and - zoom, 0 fits. The mouse wheel scrolls the page, with Ctrl it zooms.
 */
export class StileDiagram extends HTMLElement {
  private viewer: InstanceType<typeof NavigatedViewer> | undefined;
  private marks: StateMarks | undefined;
  private stop = new AbortController();
  private resize: ResizeObserver | undefined;

  connectedCallback(): void {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.addEventListener('keydown', event => this.move(event), { signal });
    this.addEventListener('wheel', event => this.leaveWheelToPage(event), { signal, capture: true });
    this.draw().catch((error: unknown) => this.fail(error));
  }

  disconnectedCallback(): void {
    this.stop.abort();
    this.resize?.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  /** Shows another state of the same model. */
  set state(state: DiagramState) {
    this.marks?.show(state);
  }

  private get canvas(): Canvas | undefined {
    return this.viewer?.get<Canvas>('canvas');
  }

  private async draw(): Promise<void> {
    const [model, state] = await Promise.all([this.model(), this.initialState()]);
    if (!this.isConnected) {
      return;
    }
    const viewer = new NavigatedViewer({
      container: this.mount(),
      bpmnRenderer: {
        defaultFillColor: 'var(--bpmn-fill, #fff)',
        defaultStrokeColor: 'var(--bpmn-stroke, #22242a)',
        defaultLabelColor: 'var(--bpmn-label, #22242a)',
      },
    } as Options);
    this.viewer = viewer;
    await viewer.importXML(model);
    this.fit();
    this.marks = new StateMarks(viewer.get('canvas'), viewer.get('overlays'), viewer.get('elementRegistry'));
    this.marks.show(state ?? {});
    viewer.on('element.click', ({ element }: { element: { id: string } }) =>
      this.dispatchEvent(new CustomEvent('stile-diagram-select', { bubbles: true, detail: { id: element.id } })));
    this.resize = new ResizeObserver(() => this.fit());
    this.resize.observe(this);
    this.setAttribute('ready', '');
  }

  private async model(): Promise<string> {
    return (await fetched(this.getAttribute('src') ?? '')).text();
  }

  private async initialState(): Promise<DiagramState | undefined> {
    const url = this.getAttribute('state-url');
    return url ? ((await (await fetched(url)).json()) as DiagramState) : nestedJson<DiagramState>(this, 'state');
  }

  private mount(): HTMLElement {
    this.querySelector(':scope > .diagram-canvas')?.remove();
    const canvas = document.createElement('div');
    canvas.className = 'diagram-canvas';
    this.append(canvas);
    return canvas;
  }

  /** Not `zoom('fit-viewport')`: it leaves no margin, and badges stand above their step. */
  private fit(): void {
    const canvas = this.canvas;
    if (!canvas || this.clientWidth === 0) {
      return;
    }
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
    const { inner, outer } = canvas.viewbox();
    const space = roomBesideWatermark(inner, outer);
    const scale = scaleIn(space, inner);
    canvas.viewbox({
      x: inner.x + inner.width / 2 - space.width / scale / 2,
      y: inner.y + inner.height / 2 - space.height / scale / 2,
      width: outer.width / scale,
      height: outer.height / scale,
    });
  }

  private move(event: KeyboardEvent): void {
    const canvas = this.canvas;
    if (!canvas || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const moves: Record<string, () => void> = {
      ArrowLeft: () => canvas.scroll({ dx: STEP, dy: 0 }),
      ArrowRight: () => canvas.scroll({ dx: -STEP, dy: 0 }),
      ArrowUp: () => canvas.scroll({ dx: 0, dy: STEP }),
      ArrowDown: () => canvas.scroll({ dx: 0, dy: -STEP }),
      '+': () => canvas.zoom(canvas.zoom() * 1.2),
      '-': () => canvas.zoom(canvas.zoom() / 1.2),
      '0': () => this.fit(),
    };
    const action = moves[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  }

  private leaveWheelToPage(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) {
      event.stopPropagation();
    }
  }

  private fail(error: unknown): void {
    console.error(error);
    const text = document.createElement('p');
    text.className = 'empty';
    text.textContent = 'The diagram could not be loaded. The list of steps says the same in words.';
    this.replaceChildren(text);
  }
}

/** The part of the canvas above the watermark, or the one at its left: where the drawing becomes larger. */
function roomBesideWatermark(drawing: Size, canvas: Size): Size {
  const above = { width: canvas.width, height: canvas.height - WATERMARK.height };
  const left = { width: canvas.width - WATERMARK.width, height: canvas.height };
  return scaleIn(left, drawing) > scaleIn(above, drawing) ? left : above;
}

function scaleIn(space: Size, drawing: Size): number {
  return Math.min(space.width / (drawing.width + 2 * MARGIN), space.height / (drawing.height + 2 * MARGIN), LARGEST);
}
