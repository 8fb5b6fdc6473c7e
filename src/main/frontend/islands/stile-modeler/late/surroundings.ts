import { CLEAR, Drawing } from '../layout/Drawing';
import { around, grown, overlap } from '../layout/geometry';
import { along, type Goal, type Obstacles } from '../layout/Router';
import type { Box, Drawn } from '../types';
import { clusterOf, isEscalate } from './LateHandling';

/** What the cluster of Escalate takes, from the upper left corner of Escalate, if it hangs below the drawing; mirrored above it. */
const CLUSTER = { width: 440, height: 250 };
const APART = 60;

/** What is drawn around a step, as its late handling sees it. */
export class Surroundings extends Drawing {
  /** The Escalates that are drawn already beside the step. */
  escalates(): Drawn[] {
    return this.inner.parent!.children.filter(isEscalate);
  }

  /** Flows to Escalate are no obstacle but a way on. */
  around(): Obstacles {
    return this.obstacles([this.inner], flow => isEscalate(flow.target!));
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
    const step = this.inner;
    const main = this.elements.filter(element => !element.waypoints && !isAside(element) && !element.labelTarget);
    const all = around(main)!;
    const x = Math.max(step.x + step.width + APART, all.x + all.width - CLUSTER.width);
    const below = this.lowered({ x, y: all.y + all.height + APART, ...CLUSTER });
    const above = { x, y: all.y - APART - CLUSTER.height, ...CLUSTER };
    return [{ box: below, above: false }, { box: above, above: true }];
  }

  private lowered(box: Box): Box {
    const inTheWay = this.shapes.filter(element => overlap(grown(element, 20), box));
    const lowest = Math.max(...inTheWay.map(element => element.y + element.height));
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

/** Whether something else than this event still leads to Escalate. */
export const isNeeded = (escalate: Drawn, without: Drawn): boolean => {
  const cluster = clusterOf(escalate);
  return escalate.incoming.some(flow => flow.source !== without && !cluster.includes(flow.source!));
};

function isAside(element: Drawn): boolean {
  return [element, element.parent!].some(({ businessObject }) => businessObject?.get('triggeredByEvent') === true);
}
