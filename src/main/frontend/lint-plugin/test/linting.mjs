import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');

const plugin = resolve(import.meta.dirname, '..');
const config = JSON.parse(readFileSync(join(plugin, '../.bpmnlintrc'), 'utf8'));
const linter = new Linter({ config, resolver: new NodeResolver({ require }) });

export const examples = join(plugin, 'examples');
export const models = resolve(plugin, '../../../../bpmn');
export const ruleNames = readdirSync(join(plugin, 'rules')).map(file => basename(file, '.js')).sort();

/** What all rules find in a file: rule, element, place, message; in the order of these. */
export async function lint(file) {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(readFileSync(file, 'utf8'));
  const reports = await linter.lint(rootElement);
  return Object.entries(reports)
    .flatMap(([name, found]) => found.map(({ id, place, message }) => ({ rule: name.replace('stile/', ''), element: id, place, message })))
    .sort((a, b) => compare(key(a), key(b)));
}

function key({ rule, element, place, message }) {
  return [rule, element, place, message].join('\n');
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
