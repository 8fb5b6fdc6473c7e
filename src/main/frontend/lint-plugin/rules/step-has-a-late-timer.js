const rule = require('../lib/rule');
const { quoted } = require('../lib/words');

module.exports = rule('step-has-a-late-timer', model => model.steps.flatMap(step => {
  const late = model.lateTimers(step);
  if (late.length) {
    return late.filter(timer => timer.element.cancelActivity !== false).map(timer => timer.finding('cancelActivity',
      'A late timer must not interrupt: the step goes on while others are told. Set cancelActivity to false.'));
  }
  const meant = model.boundary(step).find(event => event.definition('Timer') && event.id === `BoundaryEvent_${step.word}Late`);
  return [meant
    ? meant.finding('timeDate', `${quoted(meant.date)} is not when this step is late. Write the date \${stepDue}, the instant at which it is due.`)
    : step.finding('', 'Nothing happens when this step is late. Add late handling: a timer at its edge that does not interrupt, with the date ${stepDue}.')];
}));
