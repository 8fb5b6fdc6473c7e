const { idOf, isGenerated } = require('../lib/names');
const rule = require('../lib/rule');
const { quoted } = require('../lib/words');

module.exports = rule('no-generated-id', model => [
  ...(isGenerated(model.id) ? [model.finding('id', `${quoted(model.id)} was made up by a tool. Give the model a name of its own, in small letters with hyphens: phone-swap.`)] : []),
  ...[...model.nodes, ...model.flows].filter(part => isGenerated(part.id)).map(part => part.finding('id', advice(part))),
]);

function advice(part) {
  const better = idOf(part);
  return `${quoted(part.id)} was made up by a tool. ${better ? `Call it ${better}.` : 'Label it, and give it an id made of its kind and its label.'}`;
}
