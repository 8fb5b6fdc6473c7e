// Writes the rules of good modelling as one module for the browser: lint/packed-config.js.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const compileConfig = require('bpmnlint/lib/support/compile-config');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const home = resolve(import.meta.dirname, '..');
const config = JSON.parse(readFileSync(join(home, '.bpmnlintrc'), 'utf8'));
writeFileSync(join(home, 'lint/packed-config.js'), await compileConfig(config, new NodeResolver({ require })));
