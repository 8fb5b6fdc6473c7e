const rule = require('../lib/rule');

module.exports = rule('call-passes-business-key', model => model.nodesOf('callActivity').flatMap(call => {
  const passed = (call.element.extensionElements?.values ?? []).filter(value => value.$type === 'camunda:In');
  return [
    ...(passed.some(value => value.businessKey === '#{execution.processBusinessKey}') ? []
      : [call.finding('in', 'What is called does not learn which request it is about. Pass on the business key: #{execution.processBusinessKey}.')]),
    ...(!call.isEscalate || passed.some(value => value.source === 'lateTask' && value.target === 'lateTask') ? []
      : [call.finding('in', 'Escalate does not learn which task is late. Pass on lateTask as lateTask.')]),
    ...(call.camunda('calledElementBinding') === 'latest' ? []
      : [call.finding('calledElementBinding', 'A protocol is called in its latest version. Set calledElementBinding to latest.')]),
  ];
}));
