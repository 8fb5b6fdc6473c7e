const rule = require('../lib/rule');

module.exports = rule('only-gateways-split', model => model.nodes
  .filter(node => !node.type.endsWith('Gateway') && model.from(node).length > 1)
  .map(node => node.finding('', 'More than one flow leaves from here, and all of them would be taken at once. Put a gateway in between that says what is meant.')));
