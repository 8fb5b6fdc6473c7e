import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enters, segments, touch } from '../layout/geometry';
import { along, Router, type Begin, type Goal } from '../layout/Router';

const down: Begin = { point: { x: 50, y: 100 }, direction: 'down', cost: 0 };
const toLeft: Goal = { segment: { from: { x: 300, y: 300 }, to: { x: 300, y: 300 } }, tail: [{ x: 360, y: 300 }], direction: 'right' };

test('goes straight down and to the right', () => {
  assert.deepEqual(new Router({ boxes: [], flows: [] }, [down], [toLeft]).way()!.points, [{ x: 50, y: 100 }, { x: 50, y: 300 }, { x: 360, y: 300 }]);
});

test('goes around a shape and crosses no flow', () => {
  const box = { x: 0, y: 180, width: 120, height: 80 };
  const flow = segments([{ x: 150, y: 0 }, { x: 150, y: 200 }]);
  const way = segments(new Router({ boxes: [box], flows: flow }, [down], [toLeft]).way()!.points);
  assert.ok(way.every(piece => !enters(piece, box) && !flow.some(other => touch(piece, other))));
});

test('joins a flow that leads to the same place', () => {
  const other = [{ x: 0, y: 200 }, { x: 360, y: 200 }, { x: 360, y: 290 }];
  assert.deepEqual(new Router({ boxes: [], flows: [] }, [down], along(other)).way()!.points,
    [{ x: 50, y: 100 }, { x: 50, y: 200 }, { x: 360, y: 200 }, { x: 360, y: 290 }]);
});

test('finds nothing where all is walled in', () => {
  const wall = segments([{ x: 0, y: 90 }, { x: 100, y: 90 }, { x: 100, y: 150 }, { x: 0, y: 150 }, { x: 0, y: 90 }]);
  assert.equal(new Router({ boxes: [], flows: wall }, [down], [toLeft]).way(), undefined);
});
