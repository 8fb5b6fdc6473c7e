import type { Drawn, Modeling, Point, Services } from '../types';
import { Drawing } from '../layout/Drawing';
import type { Kind } from './kinds';
import { Maker } from './Maker';

type Context = { source: Drawn; kind: Kind; shape?: Drawn };
type AutoPlace = { append(source: Drawn, shape: Drawn): Drawn };
type Space = { calculateAdjustments(elements: Drawn[], axis: 'x' | 'y', delta: number, start: number): { movingShapes: Drawn[]; resizingShapes: Drawn[] } };

const GAP = 60;
const CLEAR = 24;
/** As far as the shipped models have a side way from the straight one. */
const NEAREST = 180;
const FARTHEST = 480;

/**
 * Draws a part behind another one. Only gateways split: behind a step from which a way leads on already, the new part is put into that way, and
 * what comes later makes room. One step that can be undone.
 */
export class AppendHandler {
  static $inject = ['injector'];

  constructor(private injector: Services) {}

  preExecute(context: Context): void {
    const { source, kind } = context;
    const maker = new Maker(this.injector);
    const way = source.outgoing.find(flow => flow.type === 'bpmn:SequenceFlow');
    const shape = maker.shape(kind);
    context.shape = way && source.type.endsWith('Gateway') ? this.branch(source, shape)
      : way && !shape.type.endsWith('EndEvent') ? this.insert(way, shape) : this.follow(source, shape);
    if (kind.template) {
      maker.applyTemplate(context.shape, kind.template);
    }
  }

  private insert(way: Drawn, shape: Drawn): Drawn {
    const { source, target } = way as { source: Drawn; target: Drawn };
    const modeling = this.modeling();
    const middle = { x: source.x + source.width + GAP + shape.width / 2, y: source.y + source.height / 2 };
    const isStraight = way.waypoints!.every(({ y }) => Math.abs(y - middle.y) < 1) && target.x > source.x;
    if (!isStraight) {
      const made = this.injector.get<AutoPlace>('autoPlace').append(source, shape);
      // The way that was drawn by that is not needed: the old one leads there.
      modeling.removeElements(made.incoming.filter(flow => flow.source === source));
      this.relink(way, made, target);
      modeling.layoutConnection(way);
      return made;
    }
    this.makeRoom(source, shape.width + 2 * GAP - (target.x - source.x - source.width));
    const made = modeling.createShape(shape, middle, source.parent!);
    this.relink(way, made, target);
    modeling.updateWaypoints(way, [edge(source, 'right'), edge(made, 'left')]);
    return made;
  }

  /** Another way from a gateway: straight up or down, where nothing stands. */
  private branch(source: Drawn, shape: Drawn): Drawn {
    const place = freeBeside(source, shape);
    if (!place) {
      return this.follow(source, shape);
    }
    const made = this.modeling().createShape(shape, place, source.parent!);
    const { x } = place;
    const below = place.y > source.y;
    this.modeling().connect(source, made, { type: 'bpmn:SequenceFlow',
      waypoints: [{ x, y: below ? source.y + source.height : source.y }, { x, y: below ? made.y : made.y + made.height }] });
    return made;
  }

  private follow(source: Drawn, shape: Drawn): Drawn {
    return this.injector.get<AutoPlace>('autoPlace').append(source, shape);
  }

  private relink(way: Drawn, made: Drawn, target: Drawn): void {
    const modeling = this.modeling() as Modeling & { reconnectEnd(connection: Drawn, target: Drawn, docking: Point): void };
    modeling.reconnectEnd(way, made, edge(made, 'left'));
    modeling.connect(made, target, { type: 'bpmn:SequenceFlow', waypoints: undefined });
  }

  /** Moves everything at the right of a part; nothing if there is room enough. */
  private makeRoom(source: Drawn, by: number): void {
    if (by > 0) {
      const start = source.x + source.width + 1;
      const all = this.injector.get<{ getRootElement(): Drawn }>('canvas').getRootElement().children;
      const { movingShapes, resizingShapes } = this.injector.get<Space>('spaceTool').calculateAdjustments(all, 'x', by, start);
      (this.modeling() as unknown as { createSpace(moving: Drawn[], resizing: Drawn[], delta: Point, direction: string, start: number): void })
        .createSpace(movingShapes, resizingShapes, { x: by, y: 0 }, 'e', start);
    }
  }

  private modeling(): Modeling {
    return this.injector.get<Modeling>('modeling');
  }
}

/** Above or below an element, as near as nothing is in the way; undefined if there is no such place. */
function freeBeside(source: Drawn, shape: Drawn): Point | undefined {
  const drawing = new Drawing(source);
  const x = source.x + source.width / 2;
  const free = (direction: -1 | 1, distance: number): Point | undefined => {
    const y = source.y + source.height / 2 + direction * distance;
    const top = y - shape.height / 2;
    const way = { x: x - 2, y: direction < 0 ? top + shape.height : source.y + source.height, width: 4, height: distance - source.height / 2 - shape.height / 2 };
    const around = { x: x - shape.width / 2 - CLEAR, y: top - CLEAR, width: shape.width + 2 * CLEAR, height: shape.height + 2 * CLEAR };
    const own = [source, ...(source.label ? [source.label] : [])];
    return drawing.isFree(around) && drawing.isFree(way, own) ? { x, y } : undefined;
  };
  for (let distance = NEAREST; distance <= FARTHEST; distance += 20) {
    const place = free(1, distance) ?? free(-1, distance);
    if (place) {
      return place;
    }
  }
  return undefined;
}

const edge = (shape: Drawn, side: 'left' | 'right'): Point => ({ x: side === 'left' ? shape.x : shape.x + shape.width, y: shape.y + shape.height / 2 });
