import type { Box, Drawn, Point } from '../types';
import { CLEAR, type Drawing } from './Drawing';
import { enters, grown, middle, segments, touch, type Segment } from './geometry';
import { along, Router, type Begin, type Direction, type Goal } from './Router';

const SIDES: Direction[] = ['right', 'down', 'up', 'left'];
const AWAY: Record<Direction, Point> = { right: { x: 1, y: 0 }, left: { x: -1, y: 0 }, down: { x: 0, y: 1 }, up: { x: 0, y: -1 } };
const INTO: Record<Direction, Direction> = { right: 'left', left: 'right', up: 'down', down: 'up' };
/** What it costs to leave by a side that is not the usual one. */
const UNUSUAL: Record<Direction, number> = { right: 0, down: 40, up: 40, left: 120 };

/** Whether a flow runs slanting, through a shape, or across another flow. */
export function isFaulty(flow: Drawn, drawing: Drawing): boolean {
  const way = segments(flow.waypoints!);
  const ends = [flow.source, flow.target, flow.source!.host];
  return way.some(({ from, to }) => from.x !== to.x && from.y !== to.y)
    || (way.length > 1 && isStraightAhead(flow))
    || drawing.shapes.some(shape => !shape.labelTarget && !ends.includes(shape) && shape.type !== 'bpmn:SubProcess' && way.some(piece => enters(piece, grown(shape, -1))))
    || drawing.flows.some(other => other !== flow && crosses(way, other, flow));
}

/** Whether the target lies at the right on the same level, so that no bend should be needed. */
function isStraightAhead({ source, target }: Drawn): boolean {
  return !source!.host && Math.abs(middle(source!).y - middle(target!).y) < 1 && source!.x + source!.width < target!.x;
}

/** Two flows may meet where both leave one element or both come to one. */
function crosses(way: Segment[], other: Drawn, flow: Drawn): boolean {
  return other.source !== flow.source && other.target !== flow.target && segments(other.waypoints!).some(piece => way.some(own => touch(own, piece)));
}

/** A way that is level and upright and crosses nothing; undefined if there is none. */
export function newWay(flow: Drawn, drawing: Drawing): Point[] | undefined {
  const [source, target] = [flow.source!, flow.target!];
  const own = [source, target, flow, ...(source.host ? [source.host] : []), ...(flow.label ? [flow.label] : [])];
  const obstacles = drawing.obstacles(own, other => other === flow || other.target === target || other.source === source);
  const begins = SIDES.filter(side => !source.host || !leadsInside(source, side)).flatMap(side => places(source, side).map<Begin>((point, place) =>
    ({ point, direction: side, cost: UNUSUAL[side] + place * 50 + (isUsed(source, point, flow) ? 200 : 0) })));
  const merged = target.incoming.filter(other => other !== flow && !isFaulty(other, drawing)).flatMap(other => along(other.waypoints!));
  const found = new Router(obstacles, begins, [...goals(target, source), ...merged]).way();
  return found?.points;
}

function goals(target: Drawn, source: Drawn): Goal[] {
  return SIDES.filter(side => !(side === 'right' && source.x < target.x)).flatMap(side => places(target, side).map(point => {
    const before = { x: point.x + AWAY[side].x * CLEAR, y: point.y + AWAY[side].y * CLEAR };
    return { segment: { from: before, to: before }, tail: [point], direction: INTO[side] };
  }));
}

/** Where a flow can be at a side: in the middle, on a wide part also beside it. */
function places(box: Box, side: Direction): Point[] {
  const middle = at(box, side, 0);
  const isWide = (side === 'up' || side === 'down') && box.width >= 80;
  return isWide ? [middle, { x: middle.x + Math.round(box.width / 3), y: middle.y }, { x: middle.x - Math.round(box.width / 3), y: middle.y }] : [middle];
}

function at(box: Box, side: Direction, distance: number): Point {
  const { x, y } = middle(box);
  return { x: Math.round(x + AWAY[side].x * (box.width / 2 + distance)), y: Math.round(y + AWAY[side].y * (box.height / 2 + distance)) };
}

const leadsInside = (event: Drawn, side: Direction): boolean => {
  const host = grown(event.host!, 1);
  const { x, y } = at(event, side, 2);
  return x > host.x && x < host.x + host.width && y > host.y && y < host.y + host.height;
};

/** Whether another flow leaves or comes in here already. */
function isUsed(source: Drawn, { x, y }: Point, flow: Drawn): boolean {
  return [...source.incoming, ...source.outgoing].filter(other => other !== flow).some(other => {
    const point = other.source === source ? other.waypoints![0]! : other.waypoints!.at(-1)!;
    return Math.abs(point.x - x) < 3 && Math.abs(point.y - y) < 3;
  });
}
