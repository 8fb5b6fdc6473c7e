import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { examples, lint, ruleNames } from './linting.mjs';

/** What each wrong example is told, by rule and file; the server's rules are tested with the same files and the same words. */
const expected = JSON.parse(readFileSync(join(examples, 'expected.json'), 'utf8'));
const page = readFileSync(resolve(import.meta.dirname, '../../../../../docs/modelling-rules.md'), 'utf8');

test('has examples of every rule and of nothing else', () => {
  const folders = readdirSync(examples, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name);
  assert.deepEqual(folders.sort(), ruleNames);
  assert.deepEqual(Object.keys(expected).sort(), ruleNames);
});

for (const rule of ruleNames) {
  const folder = join(examples, rule);
  const files = existsSync(folder) ? readdirSync(folder) : [];

  test(`${rule} is explained, and has a right and a wrong example`, () => {
    assert.match(page, new RegExp(`^### ${rule}$`, 'm'));
    assert.ok(files.includes('right.bpmn') && files.includes('wrong.bpmn'));
    assert.deepEqual(Object.keys(expected[rule]).sort(), files.filter(file => file.startsWith('wrong')).sort());
  });

  for (const file of files) {
    test(`${rule} says of ${file} what it should`, async () => {
      const found = (await lint(join(folder, file))).filter(report => report.rule === rule);
      assert.deepEqual(found.map(({ element, place, message }) => ({ element, place, message })), expected[rule][file] ?? []);
    });
  }
}
