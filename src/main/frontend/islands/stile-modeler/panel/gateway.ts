import { h } from '@bpmn-io/properties-panel/preact';
import { knownAt } from '../conditions/known';
import { sayFlow } from '../conditions/flow';
import type { Drawn, Selection } from '../types';
import type { Group } from './entries';
import type { Panel } from './Provider';

/** The answers to a question, each with its condition in words; choosing one opens it. */
export function gatewayGroups({ entries, words, services }: Panel, element: Drawn): Group[] {
  if (!['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'].includes(element.type) || element.outgoing.length < 2) {
    return [];
  }
  const select = (flow: Drawn): void => services.get<Selection>('selection').select(flow);
  return [{ id: 'answers', label: 'Answers', entries: element.outgoing.map((flow, at) => entries.part(`answer-${at}`, () =>
    h('div', { class: 'stile-answer' }, [
      h('button', { type: 'button', class: 'b b-s', onClick: () => select(flow) }, flow.businessObject.name || 'no answer yet'),
      h('span', null, ` → ${flow.target?.businessObject.name || flow.target?.id}`),
      h('p', { class: 'stile-sentence' }, sayFlow(flow, knownAt(flow, words))),
    ]))) }];
}
