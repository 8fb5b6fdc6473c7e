import type { Drawn, Node, Registry } from '../types';
import { prefixOf, wordOf } from './ids';

type Context = { element: Drawn; id: string; before?: string };
type Ids = { claim(id: string, node: Node): void; unclaim(id: string): void };
type Updatable = Registry & { updateId(element: Drawn, id: string): void };

/** Gives an element another id, and what bears its name with it: its label, its drawing, the definitions of its event. */
export class RenameHandler {
  static $inject = ['elementRegistry', 'moddle'];

  constructor(private registry: Updatable, private moddle: { ids: Ids }) {}

  execute(context: Context): Drawn[] {
    context.before = context.element.id;
    return this.rename(context.element, context.id);
  }

  revert(context: Context): Drawn[] {
    return this.rename(context.element, context.before!);
  }

  private rename(element: Drawn, id: string): Drawn[] {
    const node = element.businessObject;
    this.moddle.ids.unclaim(node.id);
    this.registry.updateId(element, id);
    this.moddle.ids.claim(id, node);
    node.id = id;
    element.di?.set('id', `${id}_di`);
    if (element.label) {
      this.registry.updateId(element.label, `${id}_label`);
    }
    for (const definition of (node.get('eventDefinitions') as Node[] | undefined) ?? []) {
      const prefix = prefixOf(definition.$type);
      if (prefix) {
        this.claim(definition, `${prefix}_${wordOf(id)}`);
      }
    }
    return element.label ? [element, element.label] : [element];
  }

  private claim(node: Node, id: string): void {
    if (node.id) {
      this.moddle.ids.unclaim(node.id);
    }
    this.moddle.ids.claim(id, node);
    node.id = id;
  }
}
