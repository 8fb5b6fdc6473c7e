// Ids follow the conventions: the type, and the label in PascalCase.

const PREFIXES: Record<string, string> = {
  'bpmn:StartEvent': 'StartEvent', 'bpmn:EndEvent': 'EndEvent', 'bpmn:IntermediateCatchEvent': 'CatchEvent',
  'bpmn:IntermediateThrowEvent': 'ThrowEvent', 'bpmn:BoundaryEvent': 'BoundaryEvent', 'bpmn:UserTask': 'UserTask',
  'bpmn:ServiceTask': 'ServiceTask', 'bpmn:ReceiveTask': 'ReceiveTask', 'bpmn:BusinessRuleTask': 'BusinessRuleTask',
  'bpmn:CallActivity': 'CallActivity', 'bpmn:SubProcess': 'SubProcess', 'bpmn:ExclusiveGateway': 'Gateway',
  'bpmn:ParallelGateway': 'Gateway', 'bpmn:InclusiveGateway': 'Gateway', 'bpmn:EventBasedGateway': 'Gateway',
  'bpmn:TextAnnotation': 'TextAnnotation', 'bpmn:Association': 'Association', 'bpmn:Group': 'Group',
  'bpmn:TimerEventDefinition': 'TimerEventDefinition', 'bpmn:MessageEventDefinition': 'MessageEventDefinition',
  'bpmn:EscalationEventDefinition': 'EscalationEventDefinition', 'bpmn:TerminateEventDefinition': 'TerminateEventDefinition',
  'bpmn:Message': 'Message', 'bpmn:Escalation': 'Escalation',
};
const FILLERS = new Set(['the', 'a', 'an']);
const ORDINALS = ['Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];
const LONGEST = 6;

export const prefixOf = (type: string): string | undefined => PREFIXES[type];

/** The word of an id without its type: `ReserveHandset` of `UserTask_ReserveHandset`. */
export const wordOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/** A label in PascalCase, without articles and shortened; empty if nothing of it can stand in an id. */
export function pascal(label: string): string {
  const words = label.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  const telling = words.filter((word, at) => at === 0 || !FILLERS.has(word)).slice(0, LONGEST);
  return telling.map(capital).join('').replace(/^(?=\d)/, 'N');
}

/** Every word of an answer, as it stands in the id of its flow: "no answer" is `NoAnswer`. */
export const answerWord = (label: string): string => (label.match(/\w+/g) ?? []).map(capital).join('');

/** Whether an id's word begins with the label's first word and follows its order; words may be left out. */
export function follows(word: string, label: string): boolean {
  const of = label.toLowerCase().split(/[^a-z0-9]+/);
  let at = -1;
  for (const part of parts(word)) {
    const next = of.indexOf(part, at + 1);
    if (next < 0 || (at < 0 && next > 0)) {
      return false;
    }
    at = next;
  }
  return word !== '';
}

/** Whether an id can stay as it is although the label has changed: it still follows it, or does but for a last word of its own. */
export function stillFits(id: string, type: string, label: string): boolean {
  const word = wordOf(id);
  return id.startsWith(`${PREFIXES[type]}_`) && /^([A-Z][a-z0-9]*)+$/.test(word) && follows(word, label);
}

/** Whether a tool has made it up: `Activity_0x1ab9c`. */
export const isGenerated = (id: string): boolean => /_(?=[a-z0-9]*[0-9])[a-z0-9]{6,8}(_di)?$/.test(id);

/** The id for a label, told apart from those that are taken by a last word. */
export function idFor(type: string, word: string, isTaken: (id: string) => boolean): string {
  const prefix = PREFIXES[type] ?? type.replace(/^.*:/, '');
  const wanted = `${prefix}_${word || 'Unnamed'}`;
  const found = [wanted, ...ORDINALS.map(ordinal => wanted + ordinal)].find(id => !isTaken(id));
  for (let number = 11; ; number++) {
    const id = found ?? `${wanted}N${number}`;
    if (!isTaken(id)) {
      return id;
    }
  }
}

function parts(word: string): string[] {
  return (word.match(/[A-Z][a-z0-9]*/g) ?? []).map(part => part.toLowerCase());
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
