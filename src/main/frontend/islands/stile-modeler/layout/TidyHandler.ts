import type { Drawn, Modeling, Services } from '../types';
import { Drawing } from './Drawing';
import { freeForLabel } from './labels';
import { overlap, straightened } from './geometry';
import { isFaulty, newWay } from './reroute';

/** How far from the straight way a part still counts as meant to lie on it. */
const NEARLY = 40;

/**
 * Puts a drawing in order without changing what is where: the way from the start lies straight, shapes keep apart, flows run level and upright
 * and cross nothing, labels cover nothing. One step that can be undone.
 */
export class TidyHandler {
  static $inject = ['injector'];

  constructor(private injector: Services) {}

  preExecute(): void {
    const root = this.injector.get<{ getRootElement(): Drawn }>('canvas').getRootElement();
    const start = root.children.find(element => element.type === 'bpmn:StartEvent');
    if (start) {
      this.straighten(start);
      this.keepApart(start);
      this.route(start);
      this.label(start);
    }
  }

  /** From the start on, what lies nearly on one line is put onto it. */
  private straighten(start: Drawn): void {
    const level = start.y + start.height / 2;
    const passed = new Set<Drawn>();
    for (let at: Drawn | undefined = start; at && !passed.has(at);) {
      passed.add(at);
      const off: number = level - (at.y + at.height / 2);
      if (Math.abs(off) >= 1) {
        this.modeling().moveElements([at], { x: 0, y: off });
      }
      const from: Drawn = at;
      at = from.outgoing.map(flow => flow.target!).find(next => next.x > from.x && Math.abs(next.y + next.height / 2 - level) <= NEARLY);
    }
  }

  private keepApart(inner: Drawn): void {
    const shapes = new Drawing(inner).shapes.filter(shape => !shape.labelTarget && !shape.host && shape.parent === inner.parent);
    for (const [at, shape] of shapes.entries()) {
      const below = shapes.slice(0, at).filter(other => overlap(other, shape));
      if (below.length) {
        this.modeling().moveElements([shape], { x: 0, y: Math.max(...below.map(other => other.y + other.height)) + 40 - shape.y });
      }
    }
  }

  private route(inner: Drawn): void {
    for (const flow of new Drawing(inner).flows) {
      const drawing = new Drawing(flow.source!);
      const way = isFaulty(flow, drawing) ? newWay(flow, drawing) : straightened(flow.waypoints!);
      if (way && way.length >= 2 && JSON.stringify(way) !== JSON.stringify(plain(flow))) {
        this.modeling().updateWaypoints(flow, way);
      }
    }
  }

  private label(inner: Drawn): void {
    for (const label of new Drawing(inner).elements.filter(element => element.labelTarget)) {
      const place = freeForLabel(label, new Drawing(label.labelTarget!));
      if (place) {
        this.modeling().moveShape(label, { x: Math.round(place.x - label.x), y: Math.round(place.y - label.y) });
      }
    }
  }

  private modeling(): Modeling {
    return this.injector.get<Modeling>('modeling');
  }
}

const plain = (flow: Drawn): object[] => flow.waypoints!.map(({ x, y }) => ({ x, y }));
