/** Where a request is: the ids of what is done (steps and flows), and of what is going on, with the words to show beside it. */
export type DiagramState = { done?: string[]; current?: Current[] };
export type Current = { id: string; state: 'ok' | 'warn' | 'late'; label: string };

type Canvas = { addMarker(id: string, name: string): void; removeMarker(id: string, name: string): void };
type Overlays = { add(id: string, type: string, overlay: object): string; remove(filter: object): void };
type Registry = { get(id: string): unknown };

const MARKERS = ['done', 'current', 'ok', 'warn', 'late'].map(name => `is-${name}`);

/** Marks the diagram. Ids that this version of the model does not draw are left out: a request may be older than the drawing. */
export class StateMarks {
  private marked: string[] = [];

  constructor(private canvas: Canvas, private overlays: Overlays, private registry: Registry) {}

  show(state: DiagramState): void {
    this.clear();
    for (const id of state.done ?? []) {
      this.mark(id, 'is-done');
    }
    for (const current of state.current ?? []) {
      this.mark(current.id, 'is-current', `is-${current.state}`);
      this.badge(current);
    }
  }

  private mark(id: string, ...markers: string[]): void {
    if (this.registry.get(id)) {
      this.marked.push(id);
      markers.forEach(marker => this.canvas.addMarker(id, marker));
    }
  }

  private badge({ id, state, label }: Current): void {
    if (label && this.registry.get(id)) {
      const html = document.createElement('div');
      html.className = `diagram-badge ${state}`;
      html.textContent = label;
      // Not scaled with the drawing: in a small panel the text would shrink to nothing.
      this.overlays.add(id, 'state', { position: { top: -14, left: 8 }, scale: false, html });
    }
  }

  private clear(): void {
    this.overlays.remove({ type: 'state' });
    this.marked.forEach(id => MARKERS.forEach(marker => this.canvas.removeMarker(id, marker)));
    this.marked = [];
  }
}
