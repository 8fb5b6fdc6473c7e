const rule = require('../lib/rule');

module.exports = rule('gateways-split-or-join', model => model.nodes
  .filter(node => node.type.endsWith('Gateway') && model.from(node).length < 2 && model.into(node).length < 2)
  .map(node => node.finding('', 'This gateway neither splits nor joins. Remove it.')));
