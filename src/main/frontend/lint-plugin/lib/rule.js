const { Model } = require('./model');

/**
 * A rule as bpmnlint wants it: it looks at a whole model at once. What it finds is an element, a place in it (an attribute, a property;
 * empty if the element as a whole is meant) and a sentence that says what to do instead.
 *
 * @param {string} name
 * @param {(model: Model) => { element: string, place: string, message: string }[]} find
 */
module.exports = function rule(name, find) {
  return () => ({
    meta: { documentation: { url: `docs/modelling-rules.md#${name}` } },
    check(root, reporter) {
      for (const { element, place, message } of find(Model.of(root))) {
        reporter.report(element, message, { place });
      }
      // The root stands for everything below it.
      return false;
    },
  });
};
