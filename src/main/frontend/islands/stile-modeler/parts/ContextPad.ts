import type { Drawn, Modeling, Services } from '../types';
import { after, instead, onBorder, type Kind } from './kinds';
import { Maker } from './Maker';
import type { Menus } from './Menus';

type Entries = Record<string, object>;
type Pad = { registerProvider(provider: unknown): void };
type Click = (event: MouseEvent, element: Drawn) => void;

/** What stands around a selected element: what can come behind it, what it can become, connect, remove. */
export class ContextPad {
  static $inject = ['contextPad', 'injector'];

  constructor(pad: Pad, private injector: Services) {
    pad.registerProvider(this);
  }

  getContextPadEntries(element: Drawn): Entries {
    if (element.labelTarget) {
      return {};
    }
    const type = element.type;
    const entries: Entries = {};
    const kinds = element.businessObject.$instanceOf('bpmn:FlowNode') && !isAside(element) ? after(type) : [];
    for (const kind of kinds.filter(({ id }) => ['step', 'choice', 'wait', 'message', 'end'].includes(id)).slice(0, 4)) {
      entries[`append.${kind.id}`] = this.append(kind);
    }
    if (kinds.length) {
      entries['append.more'] = button('model', 'bpmn-icon-connection-multi stile-more', 'Everything that can come next (A)',
        (event, source) => this.menus().append(source, at(event)));
      entries.connect = this.connect('Connect with another part');
    }
    if (type === 'bpmn:TextAnnotation') {
      entries.connect = this.connect('Connect with what it is about');
    }
    if (onBorder(type).length) {
      entries.border = button('edit', 'bpmn-icon-intermediate-event-catch-non-interrupting-timer', 'Something that can happen meanwhile',
        (event, host) => this.menus().border(host, at(event)));
    }
    if (instead(type, element.host?.type === 'bpmn:CallActivity').length > 1) {
      entries.replace = button('edit', 'bpmn-icon-screw-wrench', 'Make it something else (R)', (event, old) => this.menus().replace(old, at(event)));
    }
    entries.delete = button('edit', 'bpmn-icon-trash', 'Remove (Delete)', (_, old) => this.injector.get<Modeling>('modeling').removeElements([old]));
    return entries;
  }

  getMultiElementContextPadEntries(elements: Drawn[]): Entries {
    return { delete: button('edit', 'bpmn-icon-trash', 'Remove (Delete)',
      () => this.injector.get<Modeling>('modeling').removeElements([...elements])) };
  }

  private append(kind: Kind): object {
    const maker = new Maker(this.injector);
    return {
      group: 'model', className: kind.icon, title: `Then: ${kind.title.toLowerCase()}`,
      action: {
        click: (_: unknown, source: Drawn) => this.menus().edit(maker.append(source, kind)),
        dragstart: (event: unknown, source: Drawn) =>
          this.injector.get<{ start(event: unknown, shape: Drawn, context: object): void }>('create').start(event, maker.shape(kind), { source }),
      },
    };
  }

  private connect(title: string): object {
    const start = (event: unknown, element: Drawn): void =>
      this.injector.get<{ start(event: unknown, element: Drawn): void }>('connect').start(event, element);
    return { group: 'connect', className: 'bpmn-icon-connection', title, action: { click: start, dragstart: start } };
  }

  private menus(): Menus {
    return this.injector.get<Menus>('stileMenus');
  }
}

const isAside = (element: Drawn): boolean => element.businessObject.get('triggeredByEvent') === true;

const at = (event: MouseEvent): { x: number; y: number } => ({ x: event.clientX, y: event.clientY });

function button(group: string, className: string, title: string, click: Click): object {
  return { group, className, title, action: { click } };
}
