const rule = require('../lib/rule');

module.exports = rule('split-has-a-default', model => model.splits('exclusiveGateway', 'inclusiveGateway').flatMap(gateway => {
  const flows = model.from(gateway);
  const byDefault = flows.find(flow => flow.element === gateway.element.default);
  return [
    ...(byDefault ? [] : [gateway.finding('default', 'If no answer fits, the request stands still. Make one flow the default, the careful answer.')]),
    ...flows.filter(flow => flow !== byDefault && !flow.condition)
      .map(flow => flow.finding('conditionExpression', 'It is not said when this flow is taken. Give it a condition, or make it the default.')),
    ...(byDefault?.condition
      ? [byDefault.finding('conditionExpression', 'The default is taken when no other answer fits. Remove its condition.')] : []),
  ];
}));
