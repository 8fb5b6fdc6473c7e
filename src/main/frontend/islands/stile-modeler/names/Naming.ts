import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import type { Commands, Drawn, EventBus, Registry, Services } from '../types';
import type { Words } from '../words';
import { Properties, property } from '../panel/properties';
import { answerWord, idFor, isGenerated, pascal, prefixOf, stillFits, wordOf } from './ids';

type Context = { context: { element?: Drawn; shape?: Drawn; connection?: Drawn; properties?: object } };

/**
 * Keeps ids as the conventions want them while somebody draws: named after the label, the flows after their ends, the late timer after its
 * step. A renamed step is renamed wherever it is named. All of it belongs to the change that brought it about, and is undone with it.
 */
export class Naming extends CommandInterceptor {
  static override $inject = ['eventBus', 'injector', 'config.stileWords'];

  constructor(private eventBus: EventBus, private injector: Services, private words: Words) {
    super(eventBus as never);
    const after = (events: string[], change: (context: Context['context']) => void): void => {
      (this as unknown as { postExecuted(events: string[], priority: number, change: (event: Context) => void): void })
        .postExecuted(events, 250, ({ context }) => change(context));
    };
    after(['shape.create'], ({ shape }) => shape && this.name(shape));
    after(['connection.create', 'connection.reconnect'], ({ connection }) => connection && this.connected(connection));
    after(['element.updateLabel', 'element.updateProperties'], ({ element, properties }) => {
      if (element && (!properties || 'name' in properties)) {
        this.name(element.labelTarget ?? element);
      }
    });
  }

  /** The id that an element should have; its own if that is right. */
  wanted(element: Drawn): string {
    const { id, $type, name } = element.businessObject;
    if (element.waypoints) {
      return element.type === 'bpmn:SequenceFlow' ? this.wantedOfFlow(element) : this.unless(isGenerated(id), id, $type, 'To');
    }
    if (this.isLateTimer(element)) {
      return `BoundaryEvent_${wordOf(element.host!.id)}Late`;
    }
    const label = name ?? '';
    if (label ? stillFits(id, $type, label) && !isGenerated(id) : id.startsWith(`${prefixOf($type)}_`) && !isGenerated(id)) {
      return id;
    }
    return this.unused(element, $type, pascal(label));
  }

  private name(element: Drawn): void {
    if (element.labelTarget || !prefixOf(element.type) && !element.waypoints) {
      return;
    }
    const id = this.wanted(element);
    const before = element.id;
    if (id === before) {
      return;
    }
    if ((this.words.running[before] ?? 0) > 0) {
      this.eventBus.fire('stile.renameWanted', { element, id });
      return;
    }
    this.rename(element, id);
  }

  /** Renames an element and whatever names it. */
  rename(element: Drawn, id: string): void {
    const before = element.id;
    this.injector.get<Commands>('commandStack').execute('stile.rename', { element, id });
    [...element.incoming, ...element.outgoing].forEach(flow => this.name(flow));
    element.attachers?.filter(event => event.id === `BoundaryEvent_${wordOf(before)}Late`)
      .forEach(event => this.rename(event, `BoundaryEvent_${wordOf(id)}Late`));
    const properties = new Properties(this.injector);
    this.registry().filter(other => other.type === 'bpmn:UserTask' && property(other.businessObject, 'notBy') === before)
      .forEach(other => properties.set(other, 'notBy', id));
  }

  private connected(connection: Drawn): void {
    [connection.source, connection.target].forEach(end => end && this.nameGateway(end));
    this.name(connection);
    // A way that has become an answer is called after it; its neighbours may have lost or gained a like-named one.
  }

  /** A gateway without a question is called after what comes before it: it has no label of its own. */
  private nameGateway(gateway: Drawn): void {
    if (gateway.type.endsWith('Gateway') && !gateway.businessObject.name && /^Gateway_Unnamed/.test(gateway.id)) {
      const from = gateway.incoming[0]?.source;
      if (from) {
        const word = gateway.incoming.length > 1 ? 'Join' : gateway.type === 'bpmn:ParallelGateway' ? 'Fork' : 'Choice';
        this.rename(gateway, this.unused(gateway, gateway.type, wordOf(from.id) + word));
      }
    }
  }

  private wantedOfFlow(flow: Drawn): string {
    const from = wordOf(flow.source!.id);
    const answer = answerWord(flow.businessObject.name ?? '');
    const wanted = answer ? `Flow_${from}${answer}` : `Flow_${from}To${wordOf(flow.target!.id)}`;
    return wanted === flow.id ? wanted : idFor('Flow', wanted.slice('Flow_'.length), id => this.isTaken(id, flow));
  }

  private isLateTimer(element: Drawn): boolean {
    const date = element.host && element.businessObject.get('eventDefinitions')?.[0]?.timeDate?.body;
    return date === '${stepDue}' && element.host!.type === 'bpmn:UserTask';
  }

  private unless(wrong: boolean, id: string, type: string, word: string): string {
    return wrong ? idFor(type, word, taken => this.registry().get(taken) !== undefined) : id;
  }

  private unused(element: Drawn, type: string, word: string): string {
    return idFor(type, word, id => this.isTaken(id, element));
  }

  private isTaken(id: string, by: Drawn): boolean {
    const other = this.registry().get(id);
    const assigned = this.injector.get<{ ids: { assigned(id: string): unknown } }>('moddle').ids.assigned(id);
    return (other !== undefined && other !== by) || (Boolean(assigned) && assigned !== by.businessObject);
  }

  private registry(): Registry {
    return this.injector.get<Registry>('elementRegistry');
  }
}
