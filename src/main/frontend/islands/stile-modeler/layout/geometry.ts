import type { Box, Point } from '../types';

/** A straight, upright or level, piece of a flow. */
export type Segment = { from: Point; to: Point };

export const segments = (points: Point[]): Segment[] => points.slice(1).map((to, at) => ({ from: points[at]!, to }));

export const grown = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });

export const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a segment runs through the inside of a box; along its border does not count. */
export function enters({ from, to }: Segment, box: Box): boolean {
  return overlap({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x) || 0.01, height: Math.abs(to.y - from.y) || 0.01 }, box);
}

/** Whether two level or upright segments have a point in common. */
export function touch(a: Segment, b: Segment): boolean {
  return between(a.from.x, a.to.x, b.from.x, b.to.x) && between(a.from.y, a.to.y, b.from.y, b.to.y);
}

/** Whether a point lies on a segment. */
export const lies = (point: Point, on: Segment): boolean => touch({ from: point, to: point }, on);

/** The smallest box around all of them; undefined for none. */
export function around(boxes: Box[]): Box | undefined {
  if (!boxes.length) {
    return undefined;
  }
  const x = Math.min(...boxes.map(box => box.x));
  const y = Math.min(...boxes.map(box => box.y));
  return { x, y, width: Math.max(...boxes.map(box => box.x + box.width)) - x, height: Math.max(...boxes.map(box => box.y + box.height)) - y };
}

/** The points without those that lie between two others on one line. */
export function straightened(points: Point[]): Point[] {
  return points.filter((point, at) => {
    const before = points[at - 1];
    const next = points[at + 1];
    return !before || !next || !((before.x === point.x && point.x === next.x) || (before.y === point.y && point.y === next.y));
  });
}

function between(a: number, b: number, c: number, d: number): boolean {
  return Math.max(Math.min(a, b), Math.min(c, d)) <= Math.min(Math.max(a, b), Math.max(c, d));
}
