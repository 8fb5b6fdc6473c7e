const { crossings } = require('../lib/crossings');
const rule = require('../lib/rule');

module.exports = rule('flows-do-not-cross', model => {
  const { drawing } = model;
  const crossed = crossings(model.flows.map(flow => drawing.edge(flow)), (a, b) => share(model.flows[a].element, model.flows[b].element));
  if (!crossed) {
    return [model.finding('', 'So many flows lie on each other that the drawing cannot be checked. Spread it out.')];
  }
  return [...crossed].map(([flow, other]) => model.flows[flow].finding('',
    `This flow crosses ${model.flows[other].id}. Draw one of the two around the other.`));
});

/** Whether two flows have an end in common, where they may meet. */
function share(a, b) {
  const ends = [b.sourceRef, b.targetRef].filter(Boolean);
  return ends.includes(a.sourceRef) || ends.includes(a.targetRef);
}
