import type { Drawn } from '../types';
import type { Known } from './known';
import { readCondition } from './read';
import { sayCondition } from './say';

/** When a way is taken, in words. */
export function sayFlow(flow: Drawn, known: Known): string {
  const node = flow.businessObject;
  if (flow.source?.businessObject.default === node) {
    return 'otherwise';
  }
  const text: string = node.conditionExpression?.body ?? '';
  if (!text) {
    return 'no condition yet';
  }
  const condition = readCondition(text);
  return condition ? sayCondition(condition, known) : `if ${text.replace(/^[$#]\{|\}$/g, '')}`;
}
