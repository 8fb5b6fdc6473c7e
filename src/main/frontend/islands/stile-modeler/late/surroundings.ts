import { around, grown, overlap, segments } from '../layout/geometry';
import { along, type Goal, type Obstacles } from '../layout/Router';
import type { Box, Drawn } from '../types';
import { clusterOf, isEscalate } from './LateHandling';

/** What the cluster of Escalate takes, from the upper left corner of Escalate, if it hangs below the drawing; mirrored above it. */
export const CLUSTER = { width: 440, height: 250 };
const APART = 60;
const CLEAR = 6;

/** What is drawn around a step, as far as a new flow must keep clear of it. */
export class Surroundings {
  private readonly elements: Drawn[];

  constructor(private step: Drawn) {
    this.elements = descendants(step.parent!);
  }

  /** The Escalates that are drawn already beside the step. */
  escalates(): Drawn[] {
    return this.step.parent!.children.filter(isEscalate);
  }

  /** What a way from the step's border must not touch; flows to Escalate are no obstacle but a way on. */
  obstacles(): Obstacles {
    const own = new Set<Drawn>([this.step]);
    const boxes = this.elements.filter(element => !element.waypoints && !own.has(element) && !isFrame(element, this.step)).map(element => grown(element, CLEAR));
    // Its own step is an obstacle, too, but the way begins on its border.
    const flows = this.elements.filter(element => element.waypoints && !(element.target && isEscalate(element.target)));
    return { boxes: [...boxes, grown(this.step, -1)], flows: flows.flatMap(flow => segments(flow.waypoints!)) };
  }

  /** Where a way to an Escalate can end: on any flow to it, or at its left or its free upper side. */
  goals(): Goal[] {
    return this.escalates().flatMap(escalate => [
      ...escalate.incoming.flatMap(flow => along(flow.waypoints!)),
      ...sidesOf(escalate),
    ]);
  }

  /** Where a new Escalate can be put: below everything at the right, or above everything. */
  freePlaces(): { box: Box; above: boolean }[] {
    const main = this.elements.filter(element => !element.waypoints && !isAside(element) && !element.labelTarget);
    const all = around(main)!;
    const x = Math.max(this.step.x + this.step.width + APART, all.x + all.width - CLUSTER.width);
    const below = this.lowered({ x, y: all.y + all.height + APART, ...CLUSTER });
    const above = { x, y: all.y - APART - CLUSTER.height, ...CLUSTER };
    return [{ box: below, above: false }, { box: above, above: true }];
  }

  /** Whether a label can stand there. */
  isFree(box: Box, except: Drawn[] = []): boolean {
    return this.elements.every(element => except.includes(element) || isFrame(element, this.step)
      || (element.waypoints ? segments(element.waypoints).every(({ from, to }) => !overlap(box, flat(from, to))) : !overlap(box, element)));
  }

  private lowered(box: Box): Box {
    const inTheWay = this.elements.filter(element => !element.waypoints && !isFrame(element, this.step) && overlap(grown(element, 20), box));
    const lowest = Math.max(...inTheWay.map(element => element.y + element.height), box.y - APART);
    return inTheWay.length ? this.lowered({ ...box, y: lowest + APART }) : box;
  }
}

/** What can be reached of Escalate from outside its own cluster. */
export function sidesOf(escalate: Box): Goal[] {
  const left = { x: escalate.x - CLEAR, y: escalate.y + escalate.height / 2 };
  const top = { x: escalate.x + escalate.width / 2, y: escalate.y - CLEAR };
  const bottom = { x: escalate.x + escalate.width / 2, y: escalate.y + escalate.height + CLEAR };
  const center = { x: top.x, y: left.y };
  return [{ segment: { from: left, to: left }, tail: [center], direction: 'right' }, { segment: { from: top, to: top }, tail: [center], direction: 'down' },
    { segment: { from: bottom, to: bottom }, tail: [center], direction: 'up' }];
}

/** Whether removing the last flow to Escalate leaves nothing that needs it. */
export const isNeeded = (escalate: Drawn, without: Drawn): boolean => {
  const cluster = clusterOf(escalate);
  return escalate.incoming.some(flow => flow.source !== without && !cluster.includes(flow.source!));
};

function descendants(parent: Drawn): Drawn[] {
  return parent.children.flatMap(child => [child, ...(child.waypoints ? [] : descendants(child))]);
}

/** A part of its own around the step is no obstacle for what happens inside. */
function isFrame(element: Drawn, step: Drawn): boolean {
  for (let parent = step.parent; parent; parent = parent.parent) {
    if (parent === element) {
      return true;
    }
  }
  return false;
}

function isAside(element: Drawn): boolean {
  return [element, element.parent!].some(({ businessObject }) => businessObject?.get('triggeredByEvent') === true);
}

const flat = (from: { x: number; y: number }, to: { x: number; y: number }): Box =>
  ({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.max(1, Math.abs(from.x - to.x)), height: Math.max(1, Math.abs(from.y - to.y)) });
