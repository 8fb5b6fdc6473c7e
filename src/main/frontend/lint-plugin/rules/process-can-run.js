const rule = require('../lib/rule');

module.exports = rule('process-can-run', model => [
  ...(model.process.isExecutable === true ? []
    : [model.finding('isExecutable', 'The process is not marked as executable, so nobody could start it. Set isExecutable to true.')]),
  ...(/^P[1-9][0-9]{0,3}D$/.test(model.process.get('camunda:historyTimeToLive') ?? '') ? []
    : [model.finding('historyTimeToLive', 'It is not said how long the engine keeps what has ended. Write a number of days, for example P180D.')]),
  ...(model.process.name?.trim() ? []
    : [model.finding('name', 'The process has no name. Give it the one under which people look for it.')]),
]);
