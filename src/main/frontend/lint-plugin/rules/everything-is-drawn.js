const rule = require('../lib/rule');

module.exports = rule('everything-is-drawn', model => {
  const { drawing } = model;
  return [
    ...model.nodes.filter(node => !drawing.shapes.has(node.element)),
    ...model.flows.filter(flow => !drawing.edge(flow).length),
  ].map(part => part.finding('', 'This is in the model and not in the drawing, so nobody sees it. Draw it, or remove it.'));
});
