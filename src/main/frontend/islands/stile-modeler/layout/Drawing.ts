import type { Box, Drawn, Point } from '../types';
import { grown, overlap, segments } from './geometry';
import type { Obstacles } from './Router';

/** Space that a new flow leaves around shapes. */
export const CLEAR = 6;

/** All that is drawn in a part of the model, as far as something new must keep clear of it. */
export class Drawing {
  readonly elements: Drawn[];

  /** @param inner an element inside; the parts that it lies in are no obstacles for it */
  constructor(protected readonly inner: Drawn) {
    this.elements = descendants(inner.parent!);
  }

  /** Shapes and labels. */
  get shapes(): Drawn[] {
    return this.elements.filter(element => !element.waypoints && !isFrame(element, this.inner));
  }

  get flows(): Drawn[] {
    return this.elements.filter(element => element.type === 'bpmn:SequenceFlow');
  }

  /** Whether something can stand there without covering anything. */
  isFree(box: Box, except: Drawn[] = []): boolean {
    return this.shapes.every(shape => except.includes(shape) || !overlap(box, shape))
      && this.flows.every(flow => except.includes(flow) || segments(flow.waypoints!).every(({ from, to }) => !overlap(box, flat(from, to))));
  }

  /** What a new flow must not touch, except for some; one's own step may be touched at its border. */
  obstacles(own: Drawn[], passable: (flow: Drawn) => boolean): Obstacles {
    const boxes = this.shapes.filter(shape => !own.includes(shape)).map(shape => grown(shape, CLEAR));
    const flows = this.flows.filter(flow => !passable(flow)).flatMap(flow => segments(flow.waypoints!));
    return { boxes: [...boxes, ...own.filter(element => !element.waypoints).map(shape => grown(shape, -1))], flows };
  }
}

function descendants(parent: Drawn): Drawn[] {
  return parent.children.flatMap(child => [child, ...(child.waypoints ? [] : descendants(child))]);
}

/** A part of its own around an element is no obstacle for what happens inside. */
function isFrame(element: Drawn, inner: Drawn): boolean {
  for (let parent = inner.parent; parent; parent = parent.parent) {
    if (parent === element) {
      return true;
    }
  }
  return false;
}

const flat = (from: Point, to: Point): Box =>
  ({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.max(1, Math.abs(from.x - to.x)), height: Math.max(1, Math.abs(from.y - to.y)) });
