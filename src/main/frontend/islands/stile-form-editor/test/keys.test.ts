import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf } from '../key-of';

const free = (): boolean => false;

test('a key is the label in one word', () => {
  assert.equal(keyOf('Colour of the phone?', free), 'colourOfThePhone');
  assert.equal(keyOf('Größe', free), 'grosse');
  assert.equal(keyOf("Customer's IMEI", free), 'customersImei');
});

test('a key begins with a letter and stays short', () => {
  assert.equal(keyOf('2nd number', free), 'ndNumber');
  assert.equal(keyOf('What can the customer have instead of the handset that is gone?', free), 'whatCanTheCustomerHaveInsteadOfThe');
  assert.equal(keyOf('x'.repeat(90), free)?.length, 40);
});

test('a key that is taken is counted on', () => {
  assert.equal(keyOf('Note', key => key === 'note' || key === 'note2'), 'note3');
});

test('a label without letters gives no key', () => {
  assert.equal(keyOf('???', free), undefined);
});
