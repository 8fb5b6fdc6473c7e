// The part of diagram-js and moddle that the modeler speaks to; the packages have no types for it that fit together.

export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type Box = Point & Size;

/** An element of the model, as moddle reads it. */
export type Node = {
  $type: string;
  $parent?: Node;
  id: string;
  name?: string;
  get(name: string): any;
  set(name: string, value: unknown): void;
  $instanceOf(type: string): boolean;
  [name: string]: any;
};

/** A shape, a connection, a label or the canvas' root, as it is drawn. */
export type Drawn = Box & {
  id: string;
  type: string;
  businessObject: Node;
  di?: Node;
  parent?: Drawn;
  children: Drawn[];
  incoming: Drawn[];
  outgoing: Drawn[];
  attachers?: Drawn[];
  host?: Drawn;
  label?: Drawn;
  labelTarget?: Drawn;
  source?: Drawn;
  target?: Drawn;
  waypoints?: Point[];
};

export type Registry = {
  get(id: string): Drawn | undefined;
  getAll(): Drawn[];
  filter(wanted: (element: Drawn) => boolean): Drawn[];
};

export type Modeling = {
  updateProperties(element: Drawn, properties: object): void;
  updateModdleProperties(element: Drawn, node: Node, properties: object): void;
  updateLabel(element: Drawn, text: string): void;
  createShape(shape: object, place: Point | Box, parent: Drawn, hints?: object): Drawn;
  connect(source: Drawn, target: Drawn, attributes?: object, hints?: object): Drawn;
  updateWaypoints(connection: Drawn, waypoints: Point[]): void;
  layoutConnection(connection: Drawn, hints?: object): void;
  moveShape(shape: Drawn, delta: Point, parent?: Drawn, hints?: object): void;
  moveElements(shapes: Drawn[], delta: Point, parent?: Drawn, hints?: object): void;
  removeElements(elements: Drawn[]): void;
};

export type Factory = { create(type: string, attributes?: object): Node };
export type Shapes = { createShape(attributes: object): Drawn };

export type EventBus = {
  on(events: string | string[], listener: (event: any) => unknown): void;
  on(events: string | string[], priority: number, listener: (event: any) => unknown): void;
  off(events: string | string[], listener: (event: any) => unknown): void;
  fire(event: string, payload?: object): void;
};

export type Commands = {
  execute(command: string, context: object): void;
  registerHandler(command: string, handler: unknown): void;
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
};

export type Canvas = {
  getRootElement(): Drawn;
  getContainer(): HTMLElement;
  zoom(level?: number | 'fit-viewport', center?: 'auto' | Point): number;
  scroll(delta: { dx: number; dy: number }): void;
  scrollToElement(element: Drawn | string, padding?: number): void;
  addMarker(element: Drawn | string, marker: string): void;
  removeMarker(element: Drawn | string, marker: string): void;
  viewbox(box?: Box): Box & { inner: Box; outer: Size };
  resized(): void;
  focus(): void;
};

export type Selection = { get(): Drawn[]; select(elements: Drawn | Drawn[] | null): void };
export type Overlays = { add(element: string, type: string, overlay: object): string; remove(filter: object): void };

/** Finds the parts of the modeler by name. */
export type Services = { get<T>(name: string, strict?: boolean): T };
