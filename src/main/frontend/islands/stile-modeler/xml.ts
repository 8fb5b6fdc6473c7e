import type { Modeler } from './modeler';
import type { Drawn, Node, Registry } from './types';

/** The model as it is kept: each node lists its flows in the order in which the file has them. */
export async function write(modeler: Modeler): Promise<string> {
  for (const element of modeler.get<Registry>('elementRegistry').filter(isNode)) {
    order(element.businessObject, 'incoming');
    order(element.businessObject, 'outgoing');
  }
  return (await modeler.saveXML({ format: true })).xml;
}

function order(node: Node, list: 'incoming' | 'outgoing'): void {
  const held = node.get(list) as Node[];
  if (held.length > 1) {
    const elements = held[0]!.$parent!.get('flowElements') as Node[];
    held.sort((a, b) => elements.indexOf(a) - elements.indexOf(b));
  }
}

const isNode = (element: Drawn): boolean => !element.labelTarget && !element.waypoints && element.businessObject.$instanceOf?.('bpmn:FlowNode');
