const rule = require('../lib/rule');

module.exports = rule('customer-text-is-present', model => model.steps
  .filter(step => !step.property('customerText').trim())
  .map(step => step.finding('customerText', 'This step has no text for the customer. Say in one sentence what he may be told meanwhile.')));
