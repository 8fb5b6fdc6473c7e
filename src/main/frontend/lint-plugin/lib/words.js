const LONGEST = 120;

/** What a finding quotes from a file: short, in one line, without characters that cannot be seen. */
exports.quoted = function quoted(text) {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}”`;
};

/** A target: open hours (`PT4H`, `PT1H30M`) or business days (`P2D`); never both. */
exports.TARGET = /^(?:P[1-9][0-9]*D|PT(?=[0-9])(?:[1-9][0-9]*H)?(?:[1-9][0-9]*M)?)$/;

exports.EXAMPLES = 'open hours such as PT4H, or business days such as P2D';
