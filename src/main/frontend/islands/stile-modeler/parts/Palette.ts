import type { Drawn, Services } from '../types';
import { PALETTE, STARTING, type Kind } from './kinds';
import { Maker } from './Maker';

type Entries = Record<string, object>;
type Tool = Record<string, (event: unknown, ...more: unknown[]) => void>;

/** What can be drawn on the empty canvas: the tools, and the parts that the gate allows. */
export class Palette {
  static $inject = ['palette', 'injector', 'eventBus'];

  constructor(palette: { registerProvider(provider: unknown): void }, private injector: Services) {
    palette.registerProvider(this);
  }

  getPaletteEntries(): Entries {
    const entries: Entries = {
      hand: this.tool('handTool', 'activateHand', 'bpmn-icon-hand-tool', 'Move the drawing (H)'),
      lasso: this.tool('lassoTool', 'activateSelection', 'bpmn-icon-lasso-tool', 'Select several (L)'),
      space: this.tool('spaceTool', 'activateSelection', 'bpmn-icon-space-tool', 'Make room (S)'),
      connect: this.tool('globalConnect', 'start', 'bpmn-icon-connection-multi', 'Connect (C)'),
      'tool-separator': { group: 'tools', separator: true },
    };
    for (const kind of [...STARTING, ...PALETTE]) {
      entries[`create.${kind.id}`] = this.entry(kind);
    }
    entries['create.more'] = { group: 'parts', className: 'bpmn-icon-end-event-multiple', title: 'Everything that can be drawn (N)',
      action: { click: (event: MouseEvent) => this.more(event) } };
    return entries;
  }

  private tool(name: string, method: string, className: string, title: string): object {
    return { group: 'tools', className, title, action: { click: (event: unknown) => this.injector.get<Tool>(name)[method]!(event) } };
  }

  private entry(kind: Kind): object {
    const start = (event: unknown): void => {
      const shape = new Maker(this.injector).shape(kind);
      const drawn = kind.id === 'aside' ? this.withStart(shape) : shape;
      this.injector.get<{ start(event: unknown, shape: unknown): void }>('create').start(event, drawn);
    };
    return { group: 'parts', className: kind.icon, title: `${kind.title}: ${uncapital(kind.about)}`, action: { click: start, dragstart: start } };
  }

  /** A part of its own begins with a message; without one the gate would refuse it. */
  private withStart(shape: Drawn): Drawn[] {
    const start = new Maker(this.injector).shape({ ...STARTING[0]!, label: 'Message received',
      shape: { type: 'bpmn:StartEvent', eventDefinitionType: 'bpmn:MessageEventDefinition', isInterrupting: true } });
    Object.assign(start, { x: shape.x + 40, y: shape.y + shape.height / 2 - start.height / 2, parent: shape });
    start.businessObject.set('isInterrupting', true);
    return [shape, start];
  }

  private more(event: MouseEvent): void {
    this.injector.get<{ create(place: { x: number; y: number }): void }>('stileMenus').create({ x: event.clientX, y: event.clientY });
  }
}

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
