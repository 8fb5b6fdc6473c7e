import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lint, models } from './linting.mjs';

for (const file of readdirSync(models).filter(name => name.endsWith('.bpmn'))) {
  test(`finds nothing in bpmn/${file}`, async () => {
    assert.deepEqual(await lint(join(models, file)), []);
  });
}
