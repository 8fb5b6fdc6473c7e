import type { Box, Point } from '../types';
import { enters, lies, segments, straightened, touch, type Segment } from './geometry';

/** What stands in the way: boxes that nothing may run through, flows that nothing may touch. */
export type Obstacles = { boxes: Box[]; flows: Segment[] };
/** Where a way may begin: at a point, going in this direction, with what it costs to begin there. */
export type Begin = { point: Point; direction: Direction; cost: number };
/** Where it may end; `tail` is the rest of the way from there, along a flow that leads to the same place. */
export type Goal = { segment: Segment; tail: Point[]; direction?: Direction };
export type Direction = 'up' | 'down' | 'left' | 'right';

/** `rank` is the cost with what is at least still to come: the lowest is looked at first. */
type State = { x: number; y: number; direction: Direction; cost: number; rank: number; before?: State; begin: number };

const STEPS: Record<Direction, Point> = { up: { x: 0, y: -1 }, down: { x: 0, y: 1 }, left: { x: -1, y: 0 }, right: { x: 1, y: 0 } };
const BACK: Record<Direction, Direction> = { up: 'down', down: 'up', left: 'right', right: 'left' };
const BEND = 60;
const DISTANCE = 15;
const MOST = 200_000;

/** Finds the way with the fewest bends, level and upright, that crosses nothing. */
export class Router {
  private readonly xs: number[];
  private readonly ys: number[];
  private readonly blocked = new Map<string, boolean>();

  constructor(private obstacles: Obstacles, private begins: Begin[], private goals: Goal[]) {
    const boxes = obstacles.boxes;
    const flows = [...obstacles.flows, ...goals.map(goal => goal.segment)];
    const ends = [...begins.map(({ point }) => point), ...goals.flatMap(({ segment }) => [segment.from, segment.to])];
    this.xs = lines([...boxes.flatMap(box => [box.x - DISTANCE, box.x + box.width + DISTANCE]),
      ...flows.flatMap(({ from }) => [from.x - DISTANCE, from.x + DISTANCE]), ...ends.map(({ x }) => x)]);
    this.ys = lines([...boxes.flatMap(box => [box.y - DISTANCE, box.y + box.height + DISTANCE]),
      ...flows.flatMap(({ from }) => [from.y - DISTANCE, from.y + DISTANCE]), ...ends.map(({ y }) => y)]);
  }

  /** The points of the way, and which beginning it has; undefined if there is none. */
  way(): { points: Point[]; begin: number } | undefined {
    const open = new Heap();
    const done = new Set<string>();
    this.begins.forEach(({ point, direction, cost }, begin) =>
      open.push({ x: this.xs.indexOf(point.x), y: this.ys.indexOf(point.y), direction, cost, rank: cost + this.left(point), begin }));
    for (let state = open.pop(), visited = 0; state && visited < MOST; state = open.pop(), visited++) {
      const key = `${state.x} ${state.y} ${state.direction}`;
      if (done.has(key)) {
        continue;
      }
      done.add(key);
      const goal = this.goalAt(state);
      if (goal) {
        return { points: straightened([...this.trace(state), ...goal.tail]), begin: state.begin };
      }
      this.next(state).forEach(following => open.push(following));
    }
    return undefined;
  }

  private next(state: State): State[] {
    return (Object.keys(STEPS) as Direction[]).filter(direction => direction !== BACK[state.direction]).flatMap(direction => {
      const x = state.x + STEPS[direction].x;
      const y = state.y + STEPS[direction].y;
      // The first piece leads away from where it begins.
      const turns = direction !== state.direction;
      if (this.xs[x] === undefined || this.ys[y] === undefined || (turns && !state.before) || this.isBlocked(state, x, y)) {
        return [];
      }
      const length = Math.abs(this.xs[x]! - this.xs[state.x]!) + Math.abs(this.ys[y]! - this.ys[state.y]!);
      const cost = state.cost + length + (turns ? BEND : 0);
      return [{ x, y, direction, cost, rank: cost + this.left({ x: this.xs[x]!, y: this.ys[y]! }), before: state, begin: state.begin }];
    });
  }

  private goalAt(state: State): Goal | undefined {
    const point = this.point(state);
    return state.before && this.goals.find(({ segment, direction }) => lies(point, segment) && (!direction || direction === state.direction));
  }

  /** How far it is at least to the nearest goal. */
  private left(point: Point): number {
    return Math.min(...this.goals.map(({ segment: { from, to } }) => apart(point.x, from.x, to.x) + apart(point.y, from.y, to.y)));
  }

  private isBlocked(from: State, x: number, y: number): boolean {
    const key = `${Math.min(from.x, x)} ${Math.min(from.y, y)} ${from.x === x ? 'v' : 'h'}`;
    let blocked = this.blocked.get(key);
    if (blocked === undefined) {
      const piece = { from: this.point(from), to: { x: this.xs[x]!, y: this.ys[y]! } };
      blocked = this.obstacles.boxes.some(box => enters(piece, box)) || this.obstacles.flows.some(flow => touch(piece, flow));
      this.blocked.set(key, blocked);
    }
    return blocked;
  }

  private trace(end: State): Point[] {
    const points: Point[] = [];
    for (let state: State | undefined = end; state; state = state.before) {
      points.unshift(this.point(state));
    }
    return points;
  }

  private point({ x, y }: { x: number; y: number }): Point {
    return { x: this.xs[x]!, y: this.ys[y]! };
  }
}

/** The goals along a flow that leads to the same place: from any point of it the way goes on as the flow does. */
export function along(flow: Point[]): Goal[] {
  return segments(flow).map((segment, at) => ({ segment, tail: flow.slice(at + 1) }));
}

const apart = (value: number, a: number, b: number): number => Math.max(Math.min(a, b) - value, value - Math.max(a, b), 0);

const lines = (all: number[]): number[] => [...new Set(all)].sort((a, b) => a - b);

/** The cheapest state first. */
class Heap {
  private readonly items: State[] = [];

  push(state: State): void {
    let at = this.items.push(state) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.items[up]!.rank > state.rank; at = up, up = (at - 1) >> 1) {
      this.items[at] = this.items[up]!;
    }
    this.items[at] = state;
  }

  pop(): State | undefined {
    const first = this.items[0];
    const last = this.items.pop();
    if (last && this.items.length) {
      this.sink(last);
    }
    return first;
  }

  private sink(state: State): void {
    let at = 0;
    for (let child = 1; child < this.items.length; child = 2 * at + 1) {
      if (child + 1 < this.items.length && this.items[child + 1]!.rank < this.items[child]!.rank) {
        child++;
      }
      if (this.items[child]!.rank >= state.rank) {
        break;
      }
      this.items[at] = this.items[child]!;
      at = child;
    }
    this.items[at] = state;
  }
}
