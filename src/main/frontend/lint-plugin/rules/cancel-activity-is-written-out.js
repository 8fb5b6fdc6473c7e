const rule = require('../lib/rule');

module.exports = rule('cancel-activity-is-written-out', model => [
  ...model.nodesOf('boundaryEvent').filter(event => !event.writesOut('cancelActivity'))
    .map(event => event.finding('cancelActivity', 'It is not written out whether this event ends the step. Set cancelActivity to true or false.')),
  ...model.nodesOf('startEvent').filter(start => start.isInEventSubProcess && !start.writesOut('isInterrupting'))
    .map(start => start.finding('isInterrupting', 'It is not written out whether this event ends everything else. Set isInterrupting to true or false.')),
]);
