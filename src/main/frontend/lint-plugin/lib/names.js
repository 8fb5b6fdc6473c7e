/** How an id of each kind of element begins. */
const PREFIXES = {
  startEvent: 'StartEvent', endEvent: 'EndEvent', intermediateCatchEvent: 'CatchEvent', intermediateThrowEvent: 'ThrowEvent',
  boundaryEvent: 'BoundaryEvent', userTask: 'UserTask', serviceTask: 'ServiceTask', receiveTask: 'ReceiveTask',
  businessRuleTask: 'BusinessRuleTask', callActivity: 'CallActivity', subProcess: 'SubProcess', exclusiveGateway: 'Gateway',
  parallelGateway: 'Gateway', inclusiveGateway: 'Gateway', eventBasedGateway: 'Gateway',
};

const ARTICLES = ['a', 'an', 'the'];
const LONGEST = 60;

/** Whether a tool made the id up: `Event_0x1ab9c`. */
function isGenerated(id) {
  const tail = id.slice(id.lastIndexOf('_') + 1);
  return id.includes('_') && /^[a-z0-9]{6,8}$/.test(tail) && /[0-9]/.test(tail);
}

/** Whether an id is a prefix and words in PascalCase. */
function isProper(id, prefix) {
  return Boolean(prefix) && id.startsWith(`${prefix}_`) && /^[A-Z][A-Za-z0-9]*$/.test(id.slice(prefix.length + 1));
}

/** The prefix for a node or a flow, undefined for a kind that no model has. */
function prefixOf(part) {
  return part.type ? PREFIXES[part.type] : 'Flow';
}

/** The id that a node or a flow should have by its label; undefined if it has none that makes a name. Others may have it already. */
function idOf(part) {
  const words = part.type ? pascal(part.name) : wordsOfFlow(part);
  return words && prefixOf(part) ? `${prefixOf(part)}_${words}` : undefined;
}

/** A flow is named after where it comes from, and its answer or where it goes. */
function wordsOfFlow(flow) {
  const { model } = flow;
  const from = wordOf(model.nodeOf(flow.element.sourceRef));
  const to = wordOf(model.target(flow));
  const answer = pascal(flow.name);
  return from && (answer || to) && from + (answer || `To${to}`);
}

/** What stands in the id of a node after its type, or will stand there once it has a proper one. */
function wordOf(node) {
  return node && (isProper(node.id, prefixOf(node)) ? node.word : pascal(node.name));
}

/** The words of a label in PascalCase, without articles, accents and signs: `ReserveHandset`. */
function pascal(label) {
  const plain = label.replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '');
  const words = (plain.match(/[A-Za-z0-9]+/g) ?? []).filter((word, at) => at === 0 || !ARTICLES.includes(word));
  const name = words.map(word => word[0].toUpperCase() + word.slice(1)).join('').slice(0, LONGEST);
  return /^[A-Z]/.test(name) ? name : '';
}

module.exports = { idOf, isGenerated, isProper, pascal, prefixOf };
