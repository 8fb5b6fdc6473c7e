import type { Drawn, Modeling, Node, Services } from '../types';
import { clusterOf, timerOf } from './LateHandling';
import { isNeeded } from './surroundings';

/** Removes the late timer of a step; with the last one, Escalate and all that belongs to it. */
export class RemoveLateHandler {
  static $inject = ['injector'];

  constructor(private injector: Services) {}

  /** Its own fields say whether it has late handling. */
  execute({ step }: { step: Drawn }): Drawn[] {
    return [step];
  }

  revert({ step }: { step: Drawn }): Drawn[] {
    return [step];
  }

  preExecute({ step }: { step: Drawn }): void {
    const timer = timerOf(step);
    const escalate = timer?.outgoing[0]?.target;
    if (!timer) {
      return;
    }
    const modeling = this.injector.get<Modeling>('modeling');
    const going = escalate && !isNeeded(escalate, timer) ? clusterOf(escalate).filter(element => element.type !== 'bpmn:BoundaryEvent') : [];
    modeling.removeElements([timer, ...going]);
    if (going.length) {
      this.dropUnused(modeling, step);
    }
  }

  /** The escalation stands beside the process; without an event that names it, it is left over. */
  private dropUnused(modeling: Modeling, step: Drawn): void {
    const registry = this.injector.get<{ getAll(): Drawn[] }>('elementRegistry');
    const named = new Set(registry.getAll().flatMap(({ businessObject }) =>
      ((businessObject.get?.('eventDefinitions') as Node[] | undefined) ?? []).map(held => held.escalationRef)));
    const root = this.injector.get<{ getRootElement(): Drawn }>('canvas').getRootElement();
    const definitions = root.businessObject.$parent as Node;
    const all = definitions.get('rootElements') as Node[];
    const kept = all.filter(node => node.$type !== 'bpmn:Escalation' || named.has(node));
    if (kept.length < all.length) {
      modeling.updateModdleProperties(step, definitions, { rootElements: kept });
    }
  }
}
