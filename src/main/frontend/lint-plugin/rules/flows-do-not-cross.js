const { crossings } = require('../lib/crossings');
const rule = require('../lib/rule');
const { quoted } = require('../lib/words');

module.exports = rule('flows-do-not-cross', model => {
  const { drawing } = model;
  const crossed = crossings(model.flows.map(flow => drawing.edge(flow)), (a, b) => share(model.flows[a].element, model.flows[b].element));
  if (!crossed) {
    return [model.finding('', 'So many flows lie on each other that the drawing cannot be checked. Spread it out.')];
  }
  return [...crossed].map(([flow, other]) => model.flows[flow].finding('',
    `This flow crosses the one from ${called(model.flows[other].element.sourceRef)} to ${called(model.flows[other].element.targetRef)}. Draw one around the other.`));
});

/** Whether two flows have an end in common, where they may meet. */
function share(a, b) {
  const ends = [b.sourceRef, b.targetRef].filter(Boolean);
  return ends.includes(a.sourceRef) || ends.includes(a.targetRef);
}

function called(element) {
  return element ? quoted(element.name?.trim() || element.id) : 'nowhere';
}
