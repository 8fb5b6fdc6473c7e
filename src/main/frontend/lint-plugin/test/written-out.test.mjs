import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import { keepWrittenOut } from '../../lint/written-out.js';

const written = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="sim-swap">
  <bpmn:startEvent id="StartEvent_CardAskedFor" isInterrupting="true" /><bpmn:startEvent id="StartEvent_CardLost" />
  <bpmn:boundaryEvent id="BoundaryEvent_CardBack" cancelActivity="true" /></bpmn:process></bpmn:definitions>`;

test('what says the same as its default stays written, and nothing is added', async () => {
  const moddle = new BpmnModdle();
  keepWrittenOut(moddle);
  const { xml } = await moddle.toXML((await moddle.fromXML(written)).rootElement);
  assert.equal(xml.match(/(cancelActivity|isInterrupting)="true"/g)?.length, 2);
});

test('a new event interrupts as it did', () => {
  const moddle = new BpmnModdle();
  keepWrittenOut(moddle);
  assert.equal(moddle.create('bpmn:BoundaryEvent').cancelActivity, true);
});
