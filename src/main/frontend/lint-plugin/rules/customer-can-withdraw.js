const rule = require('../lib/rule');
const { quoted } = require('../lib/words');

module.exports = rule('customer-can-withdraw', model => {
  const message = `${model.id}.withdrawn`;
  const drawn = model.nodesOf('startEvent').some(start => start.isInEventSubProcess && start.element.isInterrupting !== false
    && start.definition('Message')?.messageRef?.name === message);
  return drawn || model.isProtocol ? [] : [model.finding('',
    `The customer cannot withdraw. Add an event sub-process whose start receives the message ${quoted(message)} and interrupts.`)];
});
