const rule = require('../lib/rule');

module.exports = rule('side-ends-are-no-outcome', model => {
  const main = model.reached(model.nodesOf('startEvent'), false);
  return (model.isProtocol ? [] : model.nodesOf('endEvent')).filter(end => main.has(end) === (end.property('outcome') === 'none'))
    .map(end => end.finding('outcome', main.has(end)
      ? 'The name of this end is the outcome of the request. Remove outcome=none.'
      : 'This end lies beside the main path, so its name is no outcome of the request. Set outcome to none.'));
});
