const rule = require('../lib/rule');

module.exports = rule('process-has-one-start', model => {
  const starts = model.nodesOf('startEvent').filter(start => !start.isNested);
  return starts.length
    ? starts.slice(1).map(start => start.finding('', 'The process has a start already. Remove this one.'))
    : [model.finding('', 'The process has no start. Draw a start event.')];
});
