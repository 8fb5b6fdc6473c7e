const { readdirSync } = require('node:fs');
const { basename, join } = require('node:path');

const names = readdirSync(join(__dirname, 'rules')).map(file => basename(file, '.js')).sort();

/** Every rule of good modelling, and none of them a mere warning: any finding keeps a model from being published. */
module.exports = {
  configs: { recommended: { rules: Object.fromEntries(names.map(name => [name, 'error'])) } },
};
