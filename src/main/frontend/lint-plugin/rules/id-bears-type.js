const { idOf, isGenerated, isProper, prefixOf } = require('../lib/names');
const rule = require('../lib/rule');
const { quoted } = require('../lib/words');

/** What a tool made up is another rule's. */
module.exports = rule('id-bears-type', model => [...model.nodes, ...model.flows]
  .filter(part => prefixOf(part) && !isGenerated(part.id) && !isProper(part.id, prefixOf(part)))
  .map(part => part.finding('id', `${quoted(part.id)} does not tell what it is. Call it ${idOf(part) ?? `${prefixOf(part)}_ and what it stands for`}.`)));
