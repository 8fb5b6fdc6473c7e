import type { Box, Drawn, Point } from '../types';
import type { Drawing } from './Drawing';
import { overlap } from './geometry';

const STEP = 14;
const GAP = 6;

/** Where a label that covers something can stand instead; undefined if it covers nothing or there is no place. */
export function freeForLabel(label: Drawn, drawing: Drawing): Point | undefined {
  const own = [label];
  const target = label.labelTarget!;
  const covers = (box: Box): boolean => !drawing.isFree(box, own) || (!target.waypoints && overlap(box, target));
  if (!covers(label)) {
    return undefined;
  }
  return places(label, target).find(place => !covers({ ...place, width: label.width, height: label.height }));
}

function places(label: Drawn, target: Drawn): Point[] {
  return target.waypoints ? alongFlow(label, target.waypoints) : aroundShape(label, target);
}

/** Below, above, beside, and a little farther each. */
function aroundShape({ width, height }: Box, shape: Box): Point[] {
  const middle = { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
  return [0, 1, 2, 3].flatMap(far => {
    const gap = GAP + far * STEP;
    const left = middle.x - width - GAP;
    const right = middle.x + GAP;
    const below = shape.y + shape.height + gap;
    const above = shape.y - gap - height;
    return [{ x: middle.x - width / 2, y: below }, { x: middle.x - width / 2, y: above }, { x: right, y: below }, { x: left, y: below },
      { x: right, y: above }, { x: left, y: above }, { x: shape.x + shape.width + gap, y: middle.y - height / 2 }, { x: shape.x - gap - width, y: middle.y - height / 2 }];
  });
}

/** Beside the first piece of a flow, where an answer is read, then beside the others. */
function alongFlow({ width, height }: Box, points: Point[]): Point[] {
  return points.slice(1).flatMap((to, at) => {
    const from = points[at]!;
    return [0.3, 0.5, 0.15, 0.7].flatMap(part => {
      const x = from.x + (to.x - from.x) * part;
      const y = from.y + (to.y - from.y) * part;
      return from.y === to.y ? [{ x: x - width / 2, y: y - height - 4 }, { x: x - width / 2, y: y + 4 }]
        : [{ x: x + GAP, y: y - height / 2 }, { x: x - width - GAP, y: y - height / 2 }];
    });
  });
}
