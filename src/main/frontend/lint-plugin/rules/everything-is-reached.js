const rule = require('../lib/rule');

module.exports = rule('everything-is-reached', model => {
  const reached = model.reached(model.nodesOf('startEvent'), true);
  return model.nodes.filter(node => !node.isEventSubProcess && !reached.has(node))
    .map(node => node.finding('', 'Nothing leads here from the start. Draw a flow to it, or remove it.'));
});
