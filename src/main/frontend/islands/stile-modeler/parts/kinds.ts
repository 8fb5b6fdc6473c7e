import type { Action, Named, Words } from '../words';

/** A part that can be drawn: what the gate allows, and nothing else. */
export type Kind = {
  id: string;
  title: string;
  /** What it is good for, shown in menus. */
  about: string;
  icon: string;
  /** What diagram-js makes it of. */
  shape: { type: string; eventDefinitionType?: string; [name: string]: unknown };
  /** The label that it begins with, to be written over. */
  label: string;
  group: 'work' | 'way' | 'event';
  template?: string;
  properties?: Record<string, string>;
};

const STEP: Kind = { id: 'step', title: 'Department step', about: 'Work that a department or a person does', icon: 'bpmn-icon-user-task',
  shape: { type: 'bpmn:UserTask' }, label: 'New step', group: 'work' };
export const ACTION: Kind = { id: 'action', title: 'Action', about: 'Something that the platform does by itself', icon: 'bpmn-icon-service-task',
  shape: { type: 'bpmn:ServiceTask' }, label: 'New action', group: 'work' };
const DECISION: Kind = { id: 'decision', title: 'Decision', about: 'A decision table decides', icon: 'bpmn-icon-business-rule-task',
  shape: { type: 'bpmn:BusinessRuleTask' }, label: 'New decision', group: 'work' };
export const CALL: Kind = { id: 'call', title: 'Protocol', about: 'A protocol of the platform runs, such as Escalate', icon: 'bpmn-icon-call-activity',
  shape: { type: 'bpmn:CallActivity' }, label: 'Escalate', group: 'work' };
const CHOICE: Kind = { id: 'choice', title: 'Choice', about: 'A question: one of the ways goes on', icon: 'bpmn-icon-gateway-xor',
  shape: { type: 'bpmn:ExclusiveGateway' }, label: '', group: 'way' };
const PARALLEL: Kind = { id: 'parallel', title: 'In parallel', about: 'All ways go on at once, or come together again', icon: 'bpmn-icon-gateway-parallel',
  shape: { type: 'bpmn:ParallelGateway' }, label: '', group: 'way' };
const SEVERAL: Kind = { id: 'several', title: 'One or several', about: 'Each way goes on whose condition holds', icon: 'bpmn-icon-gateway-or',
  shape: { type: 'bpmn:InclusiveGateway' }, label: '', group: 'way' };
const WHICHEVER: Kind = { id: 'whichever', title: 'Whichever comes first', about: 'The first event that happens decides', icon: 'bpmn-icon-gateway-eventbased',
  shape: { type: 'bpmn:EventBasedGateway' }, label: '', group: 'way' };
const WAIT: Kind = { id: 'wait', title: 'Wait until', about: 'Waits until an instant', icon: 'bpmn-icon-intermediate-event-catch-timer',
  shape: { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }, label: 'Time to go on', group: 'event' };
const MESSAGE: Kind = { id: 'message', title: 'Wait for a message', about: 'Waits until the platform says that something happened',
  icon: 'bpmn-icon-intermediate-event-catch-message',
  shape: { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' }, label: 'Message received', group: 'event' };
export const END: Kind = { id: 'end', title: 'End', about: 'The request ends here; its name is the outcome', icon: 'bpmn-icon-end-event-none',
  shape: { type: 'bpmn:EndEvent' }, label: 'Request done', group: 'event' };
const END_ALL: Kind = { id: 'end-all', title: 'End of everything', about: 'Ends all that is still going on', icon: 'bpmn-icon-end-event-terminate',
  shape: { type: 'bpmn:EndEvent', eventDefinitionType: 'bpmn:TerminateEventDefinition' }, label: 'Request ended', group: 'event' };
const START: Kind = { id: 'start', title: 'Start', about: 'Where a request begins', icon: 'bpmn-icon-start-event-none',
  shape: { type: 'bpmn:StartEvent' }, label: 'Request made', group: 'event' };
const ASIDE: Kind = { id: 'aside', title: 'Whenever a message comes', about: 'A part of its own that a message begins, such as a withdrawal',
  icon: 'bpmn-icon-event-subprocess-expanded', shape: { type: 'bpmn:SubProcess', triggeredByEvent: true, isExpanded: true }, label: 'Withdrawal', group: 'event' };
const NOTE: Kind = { id: 'note', title: 'Note', about: 'Words for whoever reads the drawing', icon: 'bpmn-icon-text-annotation',
  shape: { type: 'bpmn:TextAnnotation' }, label: '', group: 'way' };

const TIMER: Kind = { id: 'timer', title: 'At an instant', about: 'Happens while the step is open', icon: 'bpmn-icon-intermediate-event-catch-non-interrupting-timer',
  shape: { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition', cancelActivity: false }, label: 'Time has come', group: 'event' };
const TIMER_ENDS: Kind = { ...TIMER, id: 'timer-ends', title: 'At an instant, and the step ends', icon: 'bpmn-icon-intermediate-event-catch-timer',
  shape: { ...TIMER.shape, cancelActivity: true } };
const TOLD: Kind = { id: 'told', title: 'When a message comes', about: 'Happens while the step is open',
  icon: 'bpmn-icon-intermediate-event-catch-non-interrupting-message',
  shape: { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:MessageEventDefinition', cancelActivity: false }, label: 'Message received', group: 'event' };
const TOLD_ENDS: Kind = { ...TOLD, id: 'told-ends', title: 'When a message comes, and the step ends',
  icon: 'bpmn-icon-intermediate-event-catch-message', shape: { ...TOLD.shape, cancelActivity: true } };
export const AT_RISK: Kind = { id: 'at-risk', title: 'Promise at risk', about: 'Escalate says that the promise is at risk',
  icon: 'bpmn-icon-intermediate-event-catch-non-interrupting-escalation',
  shape: { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:EscalationEventDefinition', cancelActivity: false }, label: 'Promise at risk', group: 'event' };

export const STARTING: Kind[] = [START];
export const GOING_ON: Kind[] = [STEP, ACTION, DECISION, CALL, CHOICE, PARALLEL, SEVERAL, WHICHEVER, WAIT, MESSAGE, END, END_ALL];
export const PALETTE: Kind[] = [STEP, CHOICE, PARALLEL, DECISION, ACTION, WAIT, END, ASIDE, NOTE];
const GATEWAYS = [CHOICE, PARALLEL, SEVERAL, WHICHEVER];
const TASKS = [STEP, ACTION, DECISION, CALL];
const ON_BOUNDARY = [TIMER, TIMER_ENDS, TOLD, TOLD_ENDS];

/** What can come behind an element of this type. */
export function after(type: string): Kind[] {
  return type === 'bpmn:EndEvent' ? [] : type === 'bpmn:EventBasedGateway' ? [WAIT, MESSAGE] : GOING_ON;
}

/** What an element of this type can be made into; a boundary event of Escalate is always "promise at risk". */
export function instead(type: string, isOnCall = false): Kind[] {
  if (type.endsWith('Gateway')) {
    return GATEWAYS;
  }
  if (TASKS.some(kind => kind.shape.type === type)) {
    return TASKS;
  }
  const events: Record<string, Kind[]> = {
    'bpmn:IntermediateCatchEvent': [WAIT, MESSAGE], 'bpmn:IntermediateThrowEvent': [WAIT, MESSAGE], 'bpmn:EndEvent': [END, END_ALL],
    'bpmn:BoundaryEvent': isOnCall ? [AT_RISK] : ON_BOUNDARY,
  };
  return events[type] ?? [];
}

/** What can be put on the border of an element of this type. */
export const onBorder = (type: string): Kind[] => (type === 'bpmn:UserTask' ? ON_BOUNDARY : type === 'bpmn:CallActivity' ? [AT_RISK] : []);

/** The name by which the template of an action is known. */
export const templateOf = (action: string): string => `stile.action.${action}`;

/** One kind for each action of the catalogue, and for each protocol that may be called. */
export function ofCatalogue(words: Words): Kind[] {
  return [...words.actions.map(actionKind), ...words.protocols.map(protocolKind)];
}

function actionKind(action: Action): Kind {
  return { ...ACTION, id: `action-${action.key}`, title: action.name, about: 'Action of the platform', label: action.name, template: templateOf(action.key) };
}

function protocolKind(protocol: Named): Kind {
  return { ...CALL, id: `call-${protocol.key}`, title: protocol.name, about: 'Protocol of the platform', label: protocol.name,
    properties: { calledElement: protocol.key } };
}
