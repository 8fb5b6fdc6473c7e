import type { Drawn, Services } from '../types';
import type { Words } from '../words';
import { Entries, type Group } from './entries';
import { eventGroups } from './event';
import { flowGroups } from './flow';
import { gatewayGroups } from './gateway';
import { processGroups } from './process';
import { Properties } from './properties';
import { stepGroups } from './step';
import { taskGroups } from './task';
import { idGroup, nameGroup } from './name';

/** What the fields of one element are made of. */
export type Panel = { entries: Entries; properties: Properties; words: Words; services: Services };

type Host = { registerProvider(priority: number, provider: unknown): void };

/** The groups of the properties panel: ours alone. Whatever is technical follows from them and is not shown. */
export class Provider {
  static $inject = ['propertiesPanel', 'injector', 'config.stileWords', 'config.stileReadonly'];

  constructor(host: Host, private injector: Services, private words: Words, private readonly: boolean) {
    host.registerProvider(500, this);
  }

  getGroups(element: Drawn): () => Group[] {
    return () => this.groups(element.labelTarget ?? element);
  }

  private groups(element: Drawn): Group[] {
    const panel: Panel = { entries: new Entries(this.injector, this.readonly), properties: new Properties(this.injector), words: this.words,
      services: this.injector };
    const type = element.type;
    if (type === 'bpmn:Process') {
      return processGroups(panel, element);
    }
    const groups = type === 'bpmn:UserTask' ? stepGroups(panel, element)
      : type === 'bpmn:SequenceFlow' ? flowGroups(panel, element)
        : type.endsWith('Gateway') ? gatewayGroups(panel, element)
          : type.endsWith('Event') ? eventGroups(panel, element)
            : taskGroups(panel, element);
    return [nameGroup(panel, element), ...groups, idGroup(panel)].map(group => ({ ...group, shouldOpen: true }));
  }
}
