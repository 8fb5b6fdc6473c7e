const rule = require('../lib/rule');

module.exports = rule('everything-can-end', model => {
  const endedFromOutside = model.nodesOf('startEvent').some(start => start.isInEventSubProcess && start.element.isInterrupting !== false);
  const ending = model.leadingTo(model.nodesOf('endEvent'));
  return (model.isProtocol && endedFromOutside ? [] : model.nodes).filter(node => !node.isEventSubProcess && !ending.has(node))
    .map(node => node.finding('', 'No end can be reached from here. Draw the way on to an end event.'));
});
