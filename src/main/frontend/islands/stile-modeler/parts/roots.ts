import type { Drawn, Factory, Modeling, Node, Services } from '../types';
import { pascal } from '../names/ids';

// Messages and escalations stand beside the process, once each.

/** The message of that name; made if there is none. */
export function ensureMessage(services: Services, name: string): Node {
  return ensure(services, 'bpmn:Message', node => node.name === name, () => ({ id: `Message_${pascal(name.replace(/\W/g, ' '))}`, name }));
}

/** The escalation that Escalate throws when it may cost the promise. */
export function ensureAtRisk(services: Services): Node {
  return ensure(services, 'bpmn:Escalation', node => node.escalationCode === 'promise-at-risk',
    () => ({ id: 'Escalation_PromiseAtRisk', name: 'Promise at risk', escalationCode: 'promise-at-risk' }));
}

function ensure(services: Services, type: string, fits: (node: Node) => boolean, attributes: () => { id: string }): Node {
  const root = services.get<{ getRootElement(): Drawn }>('canvas').getRootElement();
  const definitions = root.businessObject.$parent as Node;
  const all = definitions.get('rootElements') as Node[];
  const found = all.find(node => node.$type === type && fits(node));
  if (found) {
    return found;
  }
  const made = services.get<Factory>('bpmnFactory').create(type, attributes());
  made.$parent = definitions;
  services.get<Modeling>('modeling').updateModdleProperties(root, definitions, { rootElements: [...all, made] });
  return made;
}
