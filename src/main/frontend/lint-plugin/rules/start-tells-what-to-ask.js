const rule = require('../lib/rule');
const { quoted } = require('../lib/words');

module.exports = rule('start-tells-what-to-ask', model => (model.isProtocol ? [] : model.nodesOf('startEvent').filter(start => !start.isNested))
  .flatMap(start => [
    ...(start.camunda('formRef') === `${model.id}.start` ? []
      : [start.finding('formRef', `A request begins with the form ${quoted(`${model.id}.start`)}. Choose that one here.`)]),
    ...(start.documentation ? []
      : [start.finding('documentation', 'It is not said what to ask the customer. Write a guide for the call into the documentation, in lines that begin with “Ask:” or “Say:”.')]),
  ]));
