import type { Commands, Drawn, Factory, Modeling, Node, Point, Services, Shapes } from '../types';
import { ACTION, AT_RISK, CALL, END, type Kind } from './kinds';

const PROTOCOL_BINDING = 'latest';
const SIZE = { width: 120, height: 90 };
/** What is drawn by itself, without being chosen. */
export const MAKING = { action: ACTION, atRisk: AT_RISK, call: CALL, end: END };
const TASKS = ['bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:BusinessRuleTask', 'bpmn:CallActivity', 'bpmn:ReceiveTask'];

/** Makes the parts that are drawn, with what each has to have from the first instant on. */
export class Maker {
  constructor(private services: Services) {}

  /** A shape that is not on the drawing yet. */
  shape(kind: Kind): Drawn {
    const shapes = this.services.get<Shapes>('elementFactory');
    const { type, eventDefinitionType, ...attributes } = kind.shape;
    const size = TASKS.includes(type) ? SIZE : {};
    const shape = shapes.createShape({ type, eventDefinitionType, ...size, ...attributes });
    this.prepare(shape.businessObject, kind);
    return shape;
  }

  /** What an element has to have that becomes one of this kind. */
  prepare(node: Node, kind: Kind): void {
    if (kind.label && node.$type !== 'bpmn:TextAnnotation') {
      node.set('name', kind.label);
    }
    if (node.$type === 'bpmn:BusinessRuleTask') {
      node.set('camunda:decisionRefBinding', 'deployment');
      node.set('camunda:mapDecisionResult', 'singleEntry');
    } else if (node.$type === 'bpmn:CallActivity') {
      this.prepareCall(node, kind);
    } else if (node.$type === 'bpmn:BoundaryEvent') {
      node.set('cancelActivity', kind.shape.cancelActivity === true);
    }
    Object.entries(kind.properties ?? {}).forEach(([name, value]) => node.set(name, value));
  }

  /** Gives a drawn action its template, by which it is known what the platform is to do. */
  applyTemplate(shape: Drawn, template: string): void {
    const templates = this.services.get<{ get(id: string): unknown; applyTemplate(element: Drawn, template: unknown): Drawn }>('elementTemplates');
    const found = templates.get(template);
    if (found) {
      templates.applyTemplate(shape, found);
    }
  }

  /** Draws a part behind another one, connected with it, and says which it is. */
  append(source: Drawn, kind: Kind): Drawn {
    const context: { source: Drawn; kind: Kind; shape?: Drawn } = { source, kind };
    this.services.get<Commands>('commandStack').execute('stile.append', context);
    return context.shape!;
  }

  private prepareCall(node: Node, kind: Kind): void {
    const factory = this.services.get<Factory>('bpmnFactory');
    node.set('calledElement', kind.properties?.calledElement ?? '');
    node.set('camunda:calledElementBinding', PROTOCOL_BINDING);
    const passed = [factory.create('camunda:In', { businessKey: '#{execution.processBusinessKey}' }),
      factory.create('camunda:In', { source: 'lateTask', target: 'lateTask' })];
    const extensions = factory.create('bpmn:ExtensionElements', { values: passed });
    passed.forEach(one => { one.$parent = extensions; });
    extensions.$parent = node;
    node.set('extensionElements', extensions);
  }
}

/** Puts an event on the border of a step: one step that can be undone. */
export class AttachHandler {
  static $inject = ['injector'];

  constructor(private injector: Services) {}

  preExecute(context: { host: Drawn; kind: Kind; shape?: Drawn }): void {
    const { host, kind } = context;
    const modeling = this.injector.get<Modeling>('modeling');
    context.shape = modeling.createShape(new Maker(this.injector).shape(kind), freeOnBorder(host), host, { attach: true });
  }
}

/** A place on the lower border that no other event has. */
function freeOnBorder(host: Drawn): Point {
  const taken = (host.attachers ?? []).map(event => event.x + event.width / 2);
  const places = [1, 2, 3, 4, 5].map(part => host.x + host.width - (part * host.width) / 6);
  const x = places.find(place => taken.every(other => Math.abs(other - place) > 20)) ?? places[0]!;
  return { x: Math.round(x), y: host.y + host.height };
}
