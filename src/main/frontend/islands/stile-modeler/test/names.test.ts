import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerWord, follows, idFor, isGenerated, pascal, stillFits } from '../names/ids';

test('names an id after its label, without articles', () => {
  assert.equal(idFor('bpmn:UserTask', pascal('Reserve the handset'), () => false), 'UserTask_ReserveHandset');
});

test('tells two of one label apart by a last word', () => {
  assert.equal(idFor('bpmn:EndEvent', 'LateTaskDealtWith', id => id === 'EndEvent_LateTaskDealtWith'), 'EndEvent_LateTaskDealtWithSecond');
});

test('names every word that it leaves in the order of the label', () => {
  for (const label of ['Reserve the handset', 'A customer is told', 'Activate SIM and move the number', 'In stock?', 'Tell the owner; ask him to renew']) {
    assert.ok(follows(pascal(label), label), label);
  }
});

test('keeps an id that leaves words of the label out', () => {
  assert.ok(stillFits('UserTask_ActivateSim', 'bpmn:UserTask', 'Activate SIM and move the number'));
});

test('does not keep an id of another label or another type', () => {
  assert.ok(!stillFits('UserTask_ReserveHandset', 'bpmn:UserTask', 'Ship the handset'));
  assert.ok(!stillFits('Activity_ReserveHandset', 'bpmn:UserTask', 'Reserve the handset'));
});

test('knows what a tool has made up', () => {
  assert.ok(isGenerated('Activity_0x1ab9c'));
  assert.ok(!isGenerated('UserTask_ReserveHandset'));
});

test('names a flow after the whole answer', () => assert.equal(answerWord('no answer, try at 5'), 'NoAnswerTryAt5'));

test('gives a label in another script an id all the same', () => {
  assert.equal(idFor('bpmn:UserTask', pascal('预留手机'), () => false), 'UserTask_Unnamed');
});
