import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTarget, sayTarget, writeTarget } from '../targets';

for (const text of ['PT4H', 'P2D', 'PT30M', 'PT1H30M']) {
  test(`writes ${text} as it was read`, () => assert.equal(writeTarget(readTarget(text)!), text));
}

test('writes half an hour in minutes', () => assert.equal(writeTarget({ amount: 1.5, unit: 'hours' }), 'PT1H30M'));

for (const amount of [0, -1, NaN, 0.5, 10_000]) {
  test(`takes no ${amount} days`, () => assert.equal(writeTarget({ amount, unit: 'days' }), undefined));
}

test('reads no mixture', () => assert.equal(readTarget('P1DT4H'), undefined));

test('says one without a plural', () => assert.equal(sayTarget('PT1H'), '1 open hour'));
