import type { Commands, Drawn, Modeling, Point, Selection, Services } from '../types';
import type { Words } from '../words';
import { after, GOING_ON, instead, ofCatalogue, onBorder, STARTING, PALETTE, type Kind } from './kinds';
import { Maker } from './Maker';

type Entry = { label: string; description: string; className: string; group?: { id: string; name: string }; action: (event: Event) => void };
type Popup = {
  registerProvider(id: string, provider: object): void;
  open(target: unknown, id: string, place: Point & { cursor?: Point }, options?: object): void;
};
const GROUPS: Record<Kind['group'], string> = { work: 'Work', way: 'Ways', event: 'Events and ends' };

/** The menus of parts: behind an element, instead of it, on its border, anywhere. They offer the closed list and search in it. */
export class Menus {
  static $inject = ['popupMenu', 'injector', 'config.stileWords'];

  constructor(private popup: Popup, private injector: Services, words: Words) {
    this.provide('stile-append', (source, kind) => this.edit(new Maker(injector).append(source, kind)),
      source => [...after(source.type), ...(source.type === 'bpmn:EventBasedGateway' ? [] : ofCatalogue(words))]);
    this.provide('stile-replace', (old, kind) => this.makeInto(old, kind),
      old => [...instead(old.type, old.host?.type === 'bpmn:CallActivity'), ...(old.type.endsWith('Task') ? ofCatalogue(words) : [])]);
    this.provide('stile-border', (host, kind) => this.attach(host, kind), host => onBorder(host.type));
    this.provide('stile-create', (_, kind, event) => this.begin(kind, event), () => everything(words));
  }

  append(source: Drawn, place: Point): void {
    this.open('stile-append', source, place, 'What comes next');
  }

  replace(old: Drawn, place: Point): void {
    this.open('stile-replace', old, place, 'Make it');
  }

  border(host: Drawn, place: Point): void {
    this.open('stile-border', host, place, 'While the step is open');
  }

  create(place: Point): void {
    this.open('stile-create', this.injector.get<{ getRootElement(): Drawn }>('canvas').getRootElement(), place, 'Draw');
  }

  /** Selects what was just drawn and lets its label be written. */
  edit(shape: Drawn): void {
    this.injector.get<Selection>('selection').select(shape);
    this.injector.get<{ activate(element: Drawn): void }>('directEditing').activate(shape);
    const written = this.injector.get<{ getContainer(): HTMLElement }>('canvas').getContainer().querySelector('.djs-direct-editing-content');
    if (written) {
      getSelection()?.selectAllChildren(written);
    }
  }

  private open(id: string, target: Drawn, place: Point, title: string): void {
    this.popup.open(target, id, { ...place, cursor: place }, { title, width: 320, search: true });
  }

  private provide(id: string, choose: (target: Drawn, kind: Kind, event: Event) => void, kinds: (target: Drawn) => Kind[]): void {
    this.popup.registerProvider(id, {
      getPopupMenuEntries: (target: Drawn) => Object.fromEntries(kinds(target).map(kind => [kind.id, entry(kind, event => {
        this.injector.get<{ close(): void }>('popupMenu').close();
        choose(target, kind, event);
      })])),
    });
  }

  private attach(host: Drawn, kind: Kind): void {
    const context: { host: Drawn; kind: Kind; shape?: Drawn } = { host, kind };
    this.injector.get<Commands>('commandStack').execute('stile.attach', context);
    this.edit(context.shape!);
  }

  private begin(kind: Kind, event: Event): void {
    this.injector.get<{ start(event: Event, shape: Drawn): void }>('create').start(event, new Maker(this.injector).shape(kind));
  }

  private makeInto(old: Drawn, kind: Kind): void {
    const context: { old: Drawn; kind: Kind; shape?: Drawn } = { old, kind };
    this.injector.get<Commands>('commandStack').execute('stile.replace', context);
    this.injector.get<Selection>('selection').select(context.shape!);
  }
}

/** Makes an element into one of another kind and keeps its label: one step that can be undone. */
export class ReplaceHandler {
  static $inject = ['injector'];

  constructor(private injector: Services) {}

  preExecute(context: { old: Drawn; kind: Kind; shape?: Drawn }): void {
    const { old, kind } = context;
    const label = old.businessObject.name;
    const replace = this.injector.get<{ replaceElement(old: Drawn, target: object, hints?: object): Drawn }>('bpmnReplace');
    const shape = replace.replaceElement(old, kind.shape, { autoResize: false });
    const maker = new Maker(this.injector);
    const properties: Record<string, unknown> = {};
    const record = { $type: shape.businessObject.$type, set: (name: string, value: unknown) => { properties[name] = value; } };
    maker.prepare(record as never, { ...kind, label: label ? '' : kind.label });
    if (Object.keys(properties).length) {
      this.injector.get<Modeling>('modeling').updateProperties(shape, properties);
    }
    if (kind.template) {
      maker.applyTemplate(shape, kind.template);
    }
    context.shape = shape;
  }
}

function everything(words: Words): Kind[] {
  const all = [...STARTING, ...GOING_ON, ...PALETTE, ...ofCatalogue(words)];
  return all.filter((kind, at) => all.findIndex(({ id }) => id === kind.id) === at && kind.id !== 'aside');
}

function entry(kind: Kind, action: (event: Event) => void): Entry {
  return { label: kind.title, description: kind.about, className: kind.icon, group: { id: kind.group, name: GROUPS[kind.group] }, action };
}
