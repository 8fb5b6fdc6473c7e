import { el } from './dom';
import type { Canvas } from './types';

const LARGEST = 1.1;
const PALETTE = 100;
const MARGIN = 30;

/** The places of the modeler: toolbar, canvas, properties, outline, findings. */
export class Frame {
  readonly toolbar = el('div', { class: 'modeler-tools', role: 'toolbar', 'aria-label': 'Drawing' });
  readonly canvas = el('div', { class: 'modeler-canvas', role: 'group', 'aria-label': 'Drawing of the model. The outline says the same in words.' });
  readonly panel = el('div', { class: 'modeler-panel' });
  readonly outline = el('ol', { class: 'modeler-outline' });
  readonly findings = el('div', { class: 'modeler-findings' });
  private readonly resize: ResizeObserver;
  private fitted: Canvas | undefined;
  private width = 0;

  constructor(host: HTMLElement) {
    const properties = el('section', { class: 'card modeler-properties', 'aria-label': 'Properties' }, this.panel);
    const outline = el('section', { class: 'card', 'aria-labelledby': 'modeler-outline-title' },
      el('header', {}, el('h2', { id: 'modeler-outline-title' }, 'Outline')), el('div', { class: 'body' }, this.outline));
    const findings = el('section', { class: 'card', 'aria-labelledby': 'modeler-findings-title' },
      el('header', {}, el('h2', { id: 'modeler-findings-title' }, 'To put right'), el('span', { class: 't2', 'data-findings-count': true })),
      el('div', { class: 'body' }, this.findings));
    const drawing = el('section', { class: 'card modeler-drawing', 'aria-label': 'Diagram' }, this.toolbar, this.canvas);
    host.append(drawing, properties, findings, outline);
    // The desk has keys of its own, which are not meant while somebody draws.
    this.canvas.addEventListener('keydown', event => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key !== '?') {
        event.stopPropagation();
      }
    });
    this.resize = new ResizeObserver(() => this.resized());
    this.resize.observe(this.canvas);
  }

  /** A window turned or made much narrower shows all of the drawing again; a small change leaves it where somebody has put it. */
  private resized(): void {
    const width = this.canvas.clientWidth;
    if (this.fitted && Math.abs(width - this.width) > this.width / 4) {
      this.fit(this.fitted);
    }
  }

  /** Shows all of the drawing beside the palette. */
  fit(canvas: Canvas): void {
    this.fitted = canvas;
    this.width = this.canvas.clientWidth;
    canvas.resized();
    const { inner, outer } = canvas.viewbox();
    const palette = outer.width > 600 ? PALETTE : 0;
    const scale = Math.min((outer.width - palette - MARGIN) / Math.max(inner.width, 1), (outer.height - 2 * MARGIN) / Math.max(inner.height, 1), LARGEST);
    const width = outer.width / scale;
    const height = outer.height / scale;
    canvas.viewbox({ x: inner.x - palette / scale - Math.max(0, (width - palette / scale - inner.width) / 2), y: inner.y - (height - inner.height) / 2, width, height });
  }

  /** The first field of what is selected. */
  focusProperties(): void {
    this.panel.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
  }

  stop(): void {
    this.resize.disconnect();
  }
}
