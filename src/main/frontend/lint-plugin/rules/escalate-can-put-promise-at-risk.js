const rule = require('../lib/rule');

module.exports = rule('escalate-can-put-promise-at-risk', model => model.nodes.filter(node => node.isEscalate)
  .filter(escalate => !model.boundary(escalate).some(event => isAtRisk(event)
    && model.from(event).some(flow => model.target(flow)?.property('action') === 'ask-owner-to-renew')))
  .map(escalate => escalate.finding('', 'Nobody is asked to renew the promise when it is at risk. Add the escalation event “promise-at-risk”, which does not interrupt, and lead it to the action ask-owner-to-renew.')));

function isAtRisk(event) {
  return event.element.cancelActivity === false && event.definition('Escalation')?.escalationRef?.escalationCode === 'promise-at-risk';
}
