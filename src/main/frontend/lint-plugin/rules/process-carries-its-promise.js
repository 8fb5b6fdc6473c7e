const rule = require('../lib/rule');
const { EXAMPLES, TARGET, quoted } = require('../lib/words');

module.exports = rule('process-carries-its-promise', model => [
  ...(model.property('processOwner').trim() ? []
    : [model.finding('processOwner', 'Nobody is accountable for this model. Name its process owner.')]),
  ...(model.isProtocol ? [] : [...promise(model), ...policy(model)]),
]);

function promise(model) {
  const promised = model.property('promise');
  if (TARGET.test(promised)) {
    return [];
  }
  return [model.finding('promise', promised.trim()
    ? `${quoted(promised)} is no target. Write ${EXAMPLES}.`
    : `Nothing is promised to the customer. Say by when a request is done: ${EXAMPLES}.`)];
}

function policy(model) {
  return model.property('ownerPolicy').trim() ? []
    : [model.finding('ownerPolicy', 'It is not said who owns a request. Choose whoever opens it, or a department.')];
}
