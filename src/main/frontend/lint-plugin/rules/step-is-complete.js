const rule = require('../lib/rule');
const { quoted, TARGET, EXAMPLES } = require('../lib/words');

module.exports = rule('step-is-complete', model => model.steps.flatMap(step => [
  ...department(step),
  ...target(step),
  ...warning(step),
  ...(step.documentation ? [] : [step.finding('documentation', 'It is not said what to do in this step. Write the instructions into its documentation.')]),
]));

function department(step) {
  const group = step.camunda('candidateGroups');
  if (/^[a-z][a-z0-9-]*$/.test(group)) {
    return [];
  }
  return [step.finding('candidateGroups', group.trim()
    ? `${quoted(group)} is not one department. Choose one, or a role.`
    : 'No department does this step. Choose one, or a role.')];
}

/** A protocol may name an instant that a person gave instead of a target. */
function target(step) {
  const sla = step.property('sla');
  if (step.property('due')) {
    return sla || !step.model.isProtocol
      ? [step.finding('due', 'A step has a target or, in a protocol, an instant; never both. Remove the instant and say how long the step may take.')]
      : [];
  }
  if (TARGET.test(sla)) {
    return [];
  }
  return [step.finding('sla', sla.trim()
    ? `${quoted(sla)} is no target. Write ${EXAMPLES}.`
    : `This step has no target. Say how long it may take: ${EXAMPLES}.`)];
}

function warning(step) {
  const warnAt = step.property('warnAt');
  if (/^[1-9][0-9]?$/.test(warnAt)) {
    return [];
  }
  return [step.finding('warnAt', warnAt.trim()
    ? `${quoted(warnAt)} is no percentage. Write one from 1 to 99, for example 75.`
    : 'It is not said when the department is warned. Write a percentage of the target from 1 to 99, for example 75.')];
}
