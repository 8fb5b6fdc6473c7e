import { grown, segments } from '../layout/geometry';
import { Router, type Begin } from '../layout/Router';
import { Maker } from '../parts/Maker';
import type { Box, Drawn, Factory, Modeling, Point, Services } from '../types';
import { EscalateDrawer } from './EscalateDrawer';
import { timerOf } from './LateHandling';
import { sidesOf, Surroundings } from './surroundings';

const RADIUS = 18;
const FARTHER = 40;
/** How much longer a way may be than the direct one before another Escalate, above or below, is the better drawing. */
const DETOUR = 1.6;
const NEW_ONE = 600;

type Way = { points: Point[]; place: Point; above: boolean; fresh?: { box: Box; above: boolean } };

/** Draws the late timer of a step and its way to Escalate, which is drawn too if there is none within reach. */
export class AddLateHandler {
  static $inject = ['injector'];

  constructor(private injector: Services) {}

  /** Its own fields say whether it has late handling. */
  execute({ step }: { step: Drawn }): Drawn[] {
    return [step];
  }

  revert({ step }: { step: Drawn }): Drawn[] {
    return [step];
  }

  preExecute({ step }: { step: Drawn }): void {
    if (timerOf(step)) {
      return;
    }
    const surroundings = new Surroundings(step);
    const way = this.best(step, surroundings);
    const escalate = way.fresh ? new EscalateDrawer(this.injector).draw(escalateBox(way.fresh), way.fresh.above, step.parent!) : undefined;
    const timer = this.timer(step, way.place);
    const target = escalate ?? nearest(surroundings.escalates(), way.points.at(-1)!);
    this.modeling().connect(timer, target, { type: 'bpmn:SequenceFlow', waypoints: way.points });
    this.placeLabel(timer, way.above, new Surroundings(step));
  }

  private best(step: Drawn, surroundings: Surroundings): Way {
    const drawn = this.toDrawn(step, surroundings);
    if (drawn && length(drawn.points) <= direct(drawn.points) * DETOUR) {
      return drawn;
    }
    const fresh = this.toNew(step, surroundings);
    const isBetter = fresh && (!drawn || length(fresh.points) + NEW_ONE < length(drawn.points));
    return isBetter ? fresh : drawn ?? this.anyhow(step, surroundings);
  }

  /** To an Escalate that is drawn already. */
  private toDrawn(step: Drawn, surroundings: Surroundings): Way | undefined {
    const goals = surroundings.goals();
    return goals.length ? this.find(step, surroundings, goals, []) : undefined;
  }

  private toNew(step: Drawn, surroundings: Surroundings): Way | undefined {
    const ways = surroundings.freePlaces().flatMap(place => {
      const box = escalateBox(place);
      const way = this.find(step, surroundings, sidesOf(box), [grown(box, 5)]);
      return way ? [{ ...way, fresh: place }] : [];
    });
    return ways.sort((a, b) => length(a.points) - length(b.points))[0];
  }

  /** Where everything is walled in, it is drawn straight down all the same; the findings say what crosses. */
  private anyhow(step: Drawn, surroundings: Surroundings): Way {
    const [below] = surroundings.freePlaces();
    const box = escalateBox(below!);
    const place = { x: Math.round(step.x + step.width / 2), y: step.y + step.height };
    const level = box.y + box.height / 2;
    return { points: [place, { x: place.x, y: level }, { x: box.x + box.width / 2, y: level }], place, above: false, fresh: below };
  }

  private find(step: Drawn, surroundings: Surroundings, goals: ConstructorParameters<typeof Router>[2], more: Box[]): Way | undefined {
    const begins = beginsAt(step, surroundings);
    const obstacles = surroundings.around();
    const found = new Router({ ...obstacles, boxes: [...obstacles.boxes, ...more] }, begins, goals).way();
    if (!found) {
      return undefined;
    }
    const begin = begins[found.begin]!;
    const above = begin.direction === 'up';
    const place = { x: begin.point.x, y: above ? step.y : step.y + step.height };
    return { points: [place, ...found.points], place, above };
  }

  private timer(step: Drawn, place: Point): Drawn {
    const shape = new Maker(this.injector).shape({ id: 'late', title: '', about: '', icon: '', group: 'event', label: lateLabel(step),
      shape: { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition', cancelActivity: false } });
    const timer = shape.businessObject.get('eventDefinitions')[0];
    const date = this.injector.get<Factory>('bpmnFactory').create('bpmn:FormalExpression', { body: '${stepDue}' });
    date.$parent = timer;
    timer.set('timeDate', date);
    return this.modeling().createShape(shape, place, step, { attach: true });
  }

  /** Beside the way, where it covers nothing. */
  private placeLabel(timer: Drawn, above: boolean, surroundings: Surroundings): void {
    const label = timer.label;
    if (!label) {
      return;
    }
    const x = timer.x + RADIUS;
    const y = above ? timer.y - label.height - 2 : timer.y + timer.height + 2;
    const beside = [{ x: x + 6, y }, { x: x - 6 - label.width, y }];
    const farther = beside.map(point => ({ x: point.x, y: above ? point.y - 16 : point.y + 16 }));
    const free = [...beside, ...farther].find(point => surroundings.isFree({ ...point, width: label.width, height: label.height }, [label, timer])) ?? beside[0]!;
    this.modeling().moveShape(label, { x: Math.round(free.x - label.x), y: Math.round(free.y - label.y) });
  }

  private modeling(): Modeling {
    return this.injector.get<Modeling>('modeling');
  }
}

/** The places on the lower and the upper border that no other event has, the ones in the middle first. */
function beginsAt(step: Drawn, surroundings: Surroundings): Begin[] {
  const taken = (step.attachers ?? []).map(event => event.x + RADIUS);
  const xs = [0.75, 0.5, 0.25].map(part => Math.round(step.x + step.width * part)).filter(x => taken.every(other => Math.abs(other - x) >= 2 * RADIUS));
  return xs.flatMap((x, at) => [
    { point: { x, y: step.y + step.height + RADIUS }, direction: 'down' as const, cost: at * FARTHER },
    { point: { x, y: step.y - RADIUS }, direction: 'up' as const, cost: at * FARTHER + FARTHER },
  ]).filter(({ point, direction }) => surroundings.isFree({ x: point.x - RADIUS, y: direction === 'down' ? point.y - RADIUS + 1 : point.y - 1,
    width: 2 * RADIUS, height: RADIUS }, [step]));
}

/** What is late is the object of the step: "Reserve the handset" is "Handset late". */
export function lateLabel(step: Drawn): string {
  const words = (step.businessObject.name ?? '').split(/\s+/).filter(Boolean);
  const object = words.slice(1).filter(word => !/^(the|a|an)$/i.test(word)).slice(0, 3);
  const said = (object.length ? object : words).join(' ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} late`.trim();
}

function escalateBox({ box, above }: { box: Box; above: boolean }): Box {
  return { x: box.x, y: above ? box.y + box.height - 90 : box.y, width: 120, height: 90 };
}

const length = (points: Point[]): number => segments(points).reduce((sum, { from, to }) => sum + Math.abs(to.x - from.x) + Math.abs(to.y - from.y), 0);

const direct = (points: Point[]): number => length([points[0]!, points.at(-1)!]);

function nearest(escalates: Drawn[], point: Point): Drawn {
  const distance = ({ x, y, width, height }: Drawn): number => Math.abs(x + width / 2 - point.x) + Math.abs(y + height / 2 - point.y);
  return [...escalates].sort((a, b) => distance(a) - distance(b))[0]!;
}
