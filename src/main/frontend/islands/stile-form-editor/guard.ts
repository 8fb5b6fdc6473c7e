// Nothing that is used elsewhere is removed without being asked.
import { components, title, type Component } from './fields';
import { ask, type Uses } from '../../studio/uses';

type Modeling = { removeFormField(field: Component, parent: Component, index: number): void };

/** @param uses asked for at the time of removal: they are loaded after the editor */
export function guard(uses: () => Uses | undefined): object {
  class Guard {
    static $inject = ['modeling'];

    constructor(modeling: Modeling) {
      const remove = modeling.removeFormField.bind(modeling);
      modeling.removeFormField = (field, parent, index) => {
        const used = [field, ...components(field)].flatMap(each => uses()?.of(each.key) ?? []);
        if (used.length === 0) {
          remove(field, parent, index);
        } else {
          void ask(`Remove “${title(field)}”?`, 'What it is answered with is used in other places of this model:', used, 'Remove it all the same')
            .then(yes => yes && remove(field, parent, index));
        }
      };
    }
  }
  return { __init__: ['stileGuard'], stileGuard: ['type', Guard] };
}
