const rule = require('../lib/rule');

module.exports = rule('late-leads-to-escalate', model => model.isProtocol
  ? model.nodesOf('callActivity').map(call => call.finding('calledElement', 'A protocol draws its own next step and calls nothing. Draw here what is to be done.'))
  : model.steps.flatMap(step => model.lateTimers(step)).filter(timer => !model.from(timer).some(flow => model.target(flow)?.isEscalate))
    .map(timer => timer.finding('', 'Nobody learns that this step is late. Lead a flow from here to the call activity Escalate.')));
