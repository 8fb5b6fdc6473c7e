const { Drawing } = require('./drawing');
const { FlowNode, SequenceFlow, property } = require('./elements');
const { reach } = require('./reach');

/** A BPMN file as the rules see it: its first process, and every node and flow at whatever depth. */
class Model {
  static of(definitions) {
    const processes = (definitions.rootElements ?? []).filter(e => e.$type === 'bpmn:Process');
    return new Model(definitions, processes);
  }

  constructor(definitions, processes) {
    this.definitions = definitions;
    this.process = processes[0];
    this.nodes = [];
    this.flows = [];
    processes.forEach(process => this.#collect(process));
    this.#index();
  }

  get id() {
    return this.process?.id ?? '';
  }

  get isProtocol() {
    return this.property('kind') === 'protocol';
  }

  get drawing() {
    return Drawing.of(this.definitions);
  }

  /** An extension property of the process, or an empty text. */
  property(name) {
    return property(this.process, name);
  }

  /** Something wrong with the process as a whole. */
  finding(place, message) {
    return { element: this.id, place, message };
  }

  nodesOf(...types) {
    return this.nodes.filter(node => types.includes(node.type));
  }

  /** The steps that people do: every user task. */
  get steps() {
    return this.nodesOf('userTask');
  }

  from(node) {
    return this.leaving.get(node) ?? [];
  }

  into(node) {
    return this.coming.get(node) ?? [];
  }

  /** The node with that element of the moddle tree, undefined if there is none. */
  nodeOf(element) {
    return this.byElement.get(element);
  }

  target(flow) {
    return this.nodeOf(flow.element.targetRef);
  }

  boundary(host) {
    return this.attached.get(host.element) ?? [];
  }

  /** The timers at a step whose date is the instant at which it is due. */
  lateTimers(step) {
    return this.boundary(step).filter(event => event.date === '${stepDue}');
  }

  /** Gateways that more than one flow leaves. */
  splits(...types) {
    return this.nodesOf(...types).filter(node => this.from(node).length > 1);
  }

  /** Everything that tokens come to from these nodes: along flows and, if wanted, over boundary events. */
  reached(begin, overBoundary) {
    return reach(begin, node => [
      ...this.from(node).map(flow => this.target(flow)),
      ...(overBoundary ? this.boundary(node) : []),
    ]);
  }

  /** Everything from which one of these nodes can be come to along flows. */
  leadingTo(ends) {
    return reach(ends, node => this.into(node).map(flow => this.nodeOf(flow.element.sourceRef)));
  }

  #collect(scope) {
    for (const element of scope.flowElements ?? []) {
      if (element.$instanceOf('bpmn:FlowNode')) {
        this.nodes.push(new FlowNode(element, this));
        this.#collect(element);
      } else if (element.$type === 'bpmn:SequenceFlow') {
        this.flows.push(new SequenceFlow(element, this));
      }
    }
  }

  #index() {
    this.byElement = new Map(this.nodes.map(node => [node.element, node]));
    this.leaving = group(this.flows, flow => this.nodeOf(flow.element.sourceRef));
    this.coming = group(this.flows, flow => this.nodeOf(flow.element.targetRef));
    this.attached = group(this.nodesOf('boundaryEvent'), event => event.element.attachedToRef);
  }
}

function group(all, by) {
  const groups = new Map();
  for (const one of all) {
    const key = by(one);
    groups.has(key) ? groups.get(key).push(one) : groups.set(key, [one]);
  }
  groups.delete(undefined);
  return groups;
}

module.exports = { Model };
