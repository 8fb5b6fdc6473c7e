import { definition } from '../panel/properties';
import type { Commands, Drawn, Services } from '../types';

/** What happens when a step is late: its timer, which leads to Escalate. Adding and removing are one step each that can be undone. */
export class LateHandling {
  constructor(private services: Services) {}

  /** The timer of a step that goes off when it is late. */
  timerOf(step: Drawn): Drawn | undefined {
    return timerOf(step);
  }

  add(step: Drawn): void {
    this.services.get<Commands>('commandStack').execute('stile.late.add', { step });
  }

  remove(step: Drawn): void {
    this.services.get<Commands>('commandStack').execute('stile.late.remove', { step });
  }
}

export function timerOf(step: Drawn): Drawn | undefined {
  return step.attachers?.find(event => definition(event.businessObject, 'bpmn:TimerEventDefinition')?.timeDate?.body === '${stepDue}'
    && event.businessObject.cancelActivity === false);
}

export const isEscalate = (element: Drawn): boolean => element.type === 'bpmn:CallActivity' && element.businessObject.calledElement === 'escalation';

/** Escalate with all that belongs to it alone: its event, the action behind that, the ends. */
export function clusterOf(escalate: Drawn): Drawn[] {
  const cluster: Drawn[] = [];
  const next = [escalate];
  for (let element = next.pop(); element; element = next.pop()) {
    if (!cluster.includes(element)) {
      cluster.push(element);
      next.push(...(element.attachers ?? []), ...element.outgoing.map(flow => flow.target!));
    }
  }
  return cluster;
}
