import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleNames } from './linting.mjs';

test('has rules', () => assert.ok(ruleNames.length));
