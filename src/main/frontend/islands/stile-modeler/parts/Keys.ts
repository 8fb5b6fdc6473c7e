import type { Drawn, Selection, Services } from '../types';
import type { Menus } from './Menus';

type Keyboard = { addListener(priority: number, listener: (context: { keyEvent: KeyboardEvent }) => boolean | void): void };

/** The keys that are ours: what comes next, make it something else, draw anything, name it, tidy up. */
export class Keys {
  static $inject = ['keyboard', 'injector', 'config.stileReadonly'];

  constructor(keyboard: Keyboard, private injector: Services, readonly: boolean) {
    keyboard.addListener(1500, ({ keyEvent }) => (readonly || keyEvent.ctrlKey || keyEvent.metaKey || keyEvent.altKey ? undefined : this.act(keyEvent.key)));
  }

  private act(key: string): boolean | undefined {
    const selected = this.injector.get<Selection>('selection').get();
    const [only] = selected.length === 1 ? selected : [];
    const menus = this.injector.get<Menus>('stileMenus');
    if (key === 'n') {
      menus.create(this.corner());
      return true;
    }
    if (only && !only.labelTarget && !only.waypoints && (key === 'a' || key === 'r')) {
      menus[key === 'a' ? 'append' : 'replace'](only, this.beside(only));
      return true;
    }
    return undefined;
  }

  private corner(): { x: number; y: number } {
    const { left, top } = this.container().getBoundingClientRect();
    return { x: left + 110, y: top + 60 };
  }

  private beside(element: Drawn): { x: number; y: number } {
    const drawn = this.container().querySelector(`[data-element-id="${CSS.escape(element.id)}"]`)?.getBoundingClientRect();
    return drawn ? { x: drawn.right + 8, y: drawn.top } : this.corner();
  }

  private container(): HTMLElement {
    return this.injector.get<{ getContainer(): HTMLElement }>('canvas').getContainer();
  }
}
