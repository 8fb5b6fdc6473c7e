/** The nodes of `begin` and all that follow from them; `next` may name what does not exist. */
exports.reach = function reach(begin, next) {
  const seen = new Set();
  const open = [...begin];
  while (open.length) {
    const node = open.pop();
    if (node && !seen.has(node)) {
      seen.add(node);
      open.push(...next(node));
    }
  }
  return seen;
};
