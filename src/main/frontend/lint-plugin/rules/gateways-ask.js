const rule = require('../lib/rule');

module.exports = rule('gateways-ask', model => [
  ...model.splits('exclusiveGateway', 'inclusiveGateway', 'eventBasedGateway').filter(gateway => !gateway.name.trim().endsWith('?'))
    .map(gateway => gateway.finding('name', 'More than one way leads on from here, and no question is asked. Label it with one that ends with “?”.')),
  ...model.splits('exclusiveGateway', 'inclusiveGateway').flatMap(gateway => model.from(gateway)).filter(flow => !flow.name.trim())
    .map(flow => flow.finding('name', 'This flow has no label. Say which answer to the question leads along it.')),
]);
