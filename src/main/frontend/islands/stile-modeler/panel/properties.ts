import type { Drawn, Factory, Modeling, Node, Services } from '../types';

/** The value of an extension property, as conventions name them; empty if the element has none. */
export function property(node: Node, name: string): string {
  return heldProperties(node).find(held => held.name === name)?.value ?? '';
}

/** The first text of the documentation. */
export const documentation = (node: Node): string => (node.get('documentation') as Node[])[0]?.get('text') ?? '';

/** Writes properties of elements: each call is one step that can be undone. */
export class Properties {
  private readonly modeling: Modeling;
  private readonly factory: Factory;

  constructor(services: Services) {
    this.modeling = services.get('modeling');
    this.factory = services.get('bpmnFactory');
  }

  /** Sets an extension property, or takes it away if the value is empty. */
  set(element: Drawn, name: string, value: string): void {
    const node = element.businessObject;
    const holder = holderOf(node);
    const others = heldProperties(node).filter(held => held.name !== name);
    if (value === '' && !others.length) {
      this.dropHolder(element, holder);
      return;
    }
    const changed = replaced(heldProperties(node), name, value === '' ? undefined : this.factory.create('camunda:Property', { name, value }));
    if (holder) {
      changed.forEach(held => { held.$parent = holder; });
      this.modeling.updateModdleProperties(element, holder, { values: changed });
    } else {
      this.addHolder(element, changed);
    }
  }

  /** Sets attributes of the element itself; undefined takes one away. */
  update(element: Drawn, attributes: object): void {
    this.modeling.updateProperties(element, attributes);
  }

  setDocumentation(element: Drawn, text: string): void {
    const held = element.businessObject.get('documentation') as Node[];
    const rest = held.slice(1);
    const first = text ? [this.child(element.businessObject, 'bpmn:Documentation', { text })] : [];
    this.modeling.updateProperties(element, { documentation: [...first, ...rest] });
  }

  /** Sets the expression of a flow, or of a timer's date; empty text takes it away. */
  expression(element: Drawn, holder: Node, attribute: string, text: string): void {
    const value = text ? this.child(holder, 'bpmn:FormalExpression', { body: text }) : undefined;
    this.modeling.updateModdleProperties(element, holder, { [attribute]: value });
  }

  /** Makes a flow the one that is taken when no other is; it needs no condition then. */
  setDefault(gateway: Drawn, flow: Drawn | undefined): void {
    this.modeling.updateProperties(gateway, { default: flow?.businessObject });
    if (flow?.businessObject.conditionExpression) {
      this.modeling.updateProperties(flow, { conditionExpression: undefined });
    }
  }

  /** Sets attributes of a definition inside an element. */
  updateDefinition(element: Drawn, definition: Node, attributes: object): void {
    this.modeling.updateModdleProperties(element, definition, attributes);
  }

  child(parent: Node, type: string, attributes: object): Node {
    const node = this.factory.create(type, attributes);
    node.$parent = parent;
    return node;
  }

  private addHolder(element: Drawn, held: Node[]): void {
    const node = element.businessObject;
    const extensions = node.get('extensionElements') as Node | undefined;
    const holder = this.factory.create('camunda:Properties', { values: held });
    held.forEach(one => { one.$parent = holder; });
    if (extensions) {
      holder.$parent = extensions;
      this.modeling.updateModdleProperties(element, extensions, { values: [...extensions.get('values'), holder] });
    } else {
      const created = this.child(node, 'bpmn:ExtensionElements', { values: [holder] });
      holder.$parent = created;
      this.modeling.updateProperties(element, { extensionElements: created });
    }
  }

  private dropHolder(element: Drawn, holder: Node | undefined): void {
    const extensions = element.businessObject.get('extensionElements') as Node | undefined;
    if (holder && extensions) {
      const rest = (extensions.get('values') as Node[]).filter(value => value !== holder);
      if (rest.length) {
        this.modeling.updateModdleProperties(element, extensions, { values: rest });
      } else {
        this.modeling.updateProperties(element, { extensionElements: undefined });
      }
    }
  }
}

/** The definition of an event that is of this type, `bpmn:TimerEventDefinition`. */
export function definition(node: Node, type: string): Node | undefined {
  return ((node.get('eventDefinitions') as Node[] | undefined) ?? []).find(held => held.$type === type);
}

function holderOf(node: Node): Node | undefined {
  const values: Node[] = (node.get('extensionElements') as Node | undefined)?.get('values') ?? [];
  return values.find(value => value.$type === 'camunda:Properties');
}

function heldProperties(node: Node): Node[] {
  return (holderOf(node)?.get('values') as Node[] | undefined) ?? [];
}

function replaced(all: Node[], name: string, by: Node | undefined): Node[] {
  const at = all.findIndex(held => held.name === name);
  if (at < 0) {
    return by ? [...all, by] : all;
  }
  return by ? all.map((held, index) => (index === at ? by : held)) : all.filter((_, index) => index !== at);
}
