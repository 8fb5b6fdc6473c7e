import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Condition } from '../conditions/condition';
import { Known } from '../conditions/known';
import { readCondition } from '../conditions/read';
import { sayCondition } from '../conditions/say';
import { writeCondition } from '../conditions/write';

const MODELS = '../../../bpmn';
const known = new Known([
  { key: 'inStock', label: 'Is it in stock?', type: 'choice', options: [{ value: 'yes', label: 'Yes, it is reserved' }, { value: 'no', label: 'No' }], from: 'Reserve the handset' },
  { key: 'openBalanceCents', label: 'The open balance', type: 'money', options: [], from: 'Known to the platform' },
  { key: 'trackingNumber', label: 'Tracking number', type: 'text', options: [], from: 'Ship it' },
]);

test('reads every condition of the shipped models, and writes one that says the same', () => {
  const conditions = (readdirSync(MODELS) as string[]).filter(name => name.endsWith('.bpmn')).flatMap(name =>
    [...readFileSync(`${MODELS}/${name}`, 'utf8').matchAll(/<bpmn:conditionExpression[^>]*>([^<]*)</g)]
      .map(([, text]) => text!.replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>')));
  assert.ok(conditions.length > 20);
  for (const text of conditions) {
    const read = readCondition(text)!;
    assert.ok(read !== undefined, text);
    assert.deepEqual(readCondition(writeCondition(read)), read, text);
  }
});

test('writes "and" before "or" with parentheses', () => {
  const condition: Condition = [[{ name: 'a', operator: '==', value: 'x' }, { name: 'b', operator: '>', value: 3 }], [{ name: 'c', operator: '!=', value: true }]];
  assert.equal(writeCondition(condition), "${(a == 'x' && b > 3) || c != true}");
});

test('reads words for operators, turned comparisons and negation', () => {
  assert.deepEqual(readCondition("${not (3 lt amount) or done eq true}"),
    [[{ name: 'amount', operator: '<=', value: 3 }], [{ name: 'done', operator: '==', value: true }]]);
});

test('takes "or" inside of "and" apart', () => {
  assert.equal(writeCondition(readCondition("${(a == 1 || b == 2) && c == 3}")!), '${(a == 1 && c == 3) || (b == 2 && c == 3)}');
});

for (const text of ['${a + 1 == 2}', '${a == b}', '${empty a}', '${a ? b : c}', '${a.b == 1}', '${f(a)}', 'a == 1', '${a == }', "${a == 'it\\'s'}", '${}']) {
  test(`leaves ${text} as it is`, () => assert.equal(readCondition(text), undefined));
}

test('lets no text end its quotation marks', () => {
  assert.equal(writeCondition([[{ name: 'a', operator: '==', value: "x' || true || '\\" }]]), "${a == 'x || true || '}");
});

test('says a condition as a sentence with the words of the form', () => {
  assert.equal(sayCondition(readCondition("${inStock == 'yes' && openBalanceCents <= 1250 || trackingNumber == null}")!, known),
    'if “Is it in stock?” is “Yes, it is reserved” and the open balance is at most 12.50, or tracking number is empty');
});
