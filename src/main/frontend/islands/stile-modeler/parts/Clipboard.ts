import { store, stored } from '../../../lib/stored';
import type { EventBus, Factory, Node, Services } from '../types';
import type { Words } from '../words';

const KEY = 'clipboard';

/** Copies reach other models, too, through the browser's storage: a copied part can be pasted into the model in another tab. */
export class Clipboard {
  static $inject = ['eventBus', 'injector', 'config.stileWords'];

  private own = '';

  constructor(eventBus: EventBus, private injector: Services, words: Words) {
    eventBus.on('copyPaste.elementsCopied', ({ tree }) => {
      this.own = JSON.stringify(tree);
      store(KEY, this.own);
    });
    const take = (): void => {
      const text = stored(KEY);
      if (text && text !== this.own) {
        this.own = text;
        const tree: unknown = JSON.parse(text, (_, value) => this.revive(value));
        injector.get<{ set(tree: unknown): void }>('clipboard').set(tree);
      }
    };
    window.addEventListener('storage', event => (event.key === `stile.${KEY}` ? take() : undefined));
    eventBus.on('import.done', take);
    // The form of another model is none here.
    eventBus.on('copyPaste.pasteElement', 500, ({ descriptor }: { descriptor: { businessObject?: Node } }) => {
      const form = descriptor.businessObject?.get?.('camunda:formRef');
      if (form && !words.forms.some(({ id }) => id === form)) {
        descriptor.businessObject!.set('camunda:formRef', undefined);
        descriptor.businessObject!.set('camunda:formRefBinding', undefined);
      }
    });
  }

  private revive(value: unknown): unknown {
    if (value === null || typeof value !== 'object' || typeof (value as Node).$type !== 'string') {
      return value;
    }
    const { $type, $parent: _, ...attributes } = value as Node;
    const node = this.injector.get<Factory>('moddle').create($type, attributes);
    for (const held of Object.values(attributes).flat() as Node[]) {
      if (held && typeof held === 'object' && typeof held.$type === 'string' && !held.$parent) {
        held.$parent = node;
      }
    }
    return node;
  }
}
