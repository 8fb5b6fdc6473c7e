const rule = require('../lib/rule');
const { quoted } = require('../lib/words');

module.exports = rule('everything-is-labelled', model => model.nodes.flatMap(node => {
  const label = node.name.trim();
  if (!label) {
    return node.type.endsWith('Gateway') ? [] : [node.finding('name', node.type.endsWith('Event')
      ? 'This event has no label. Say what has happened: a thing and its state.'
      : 'This has no label. Say what is done with what: a verb and an object.')];
  }
  return [
    ...(/^\p{Ll}/u.test(label) ? [node.finding('name', `${quoted(label)} begins with a small letter. Begin it with a capital.`)] : []),
    ...(node.type.endsWith('Task') && !/\s/.test(label)
      ? [node.finding('name', `${quoted(label)} is one word. Say what is done with what: a verb and an object.`)] : []),
  ];
}));
