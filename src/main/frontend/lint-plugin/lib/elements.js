/** An element of a model in the words of the rules; `element` is that of the moddle tree. */
class Part {
  constructor(element, model) {
    this.element = element;
    this.model = model;
  }

  get id() {
    return this.element.id ?? '';
  }

  get name() {
    return this.element.name ?? '';
  }

  /** Something wrong with it, at a place in it. */
  finding(place, message) {
    return { element: this.id || this.model.id, place, message };
  }
}

/** An event, an activity or a gateway. */
class FlowNode extends Part {
  /** As in the file: `userTask`. */
  get type() {
    const name = this.element.$type.split(':')[1];
    return name[0].toLowerCase() + name.slice(1);
  }

  /** What stands in the id after the type: `ReserveHandset` of `UserTask_ReserveHandset`. */
  get word() {
    return this.id.slice(this.id.indexOf('_') + 1);
  }

  /** Whether it lies in a sub-process. */
  get isNested() {
    return Boolean(this.element.$parent?.$instanceOf('bpmn:SubProcess'));
  }

  /** Whether it lies in a sub-process that an event starts. */
  get isInEventSubProcess() {
    return this.isNested && this.element.$parent.triggeredByEvent === true;
  }

  get isEventSubProcess() {
    return this.type === 'subProcess' && this.element.triggeredByEvent === true;
  }

  get isEscalate() {
    return this.element.calledElement === 'escalation';
  }

  get documentation() {
    return (this.element.documentation?.[0]?.text ?? '').trim();
  }

  /** An attribute of the engine's namespace, or an empty text. */
  camunda(name) {
    return this.element.get(`camunda:${name}`) ?? '';
  }

  property(name) {
    return property(this.element, name);
  }

  /** What makes this event a timer, a message, an escalation; undefined for a plain one. */
  definition(kind) {
    return this.element.eventDefinitions?.find(d => d.$type === `bpmn:${kind}EventDefinition`);
  }

  /** The instant that a timer waits for, as it is written; empty for anything else. */
  get date() {
    return (this.definition('Timer')?.timeDate?.body ?? '').trim();
  }

  /** Whether the attribute stands in the file: what is left out has a value all the same. */
  writesOut(attribute) {
    return Object.hasOwn(this.element, attribute);
  }
}

/** A sequence flow. */
class SequenceFlow extends Part {
  /** As it is written; empty if there is none. */
  get condition() {
    return (this.element.conditionExpression?.body ?? '').trim();
  }
}

/** The value of an extension property, or an empty text. */
function property(owner, name) {
  const values = owner?.extensionElements?.values ?? [];
  return values.filter(v => v.$type === 'camunda:Properties').flatMap(v => v.values ?? []).find(p => p.name === name)?.value ?? '';
}

module.exports = { FlowNode, SequenceFlow, property };
