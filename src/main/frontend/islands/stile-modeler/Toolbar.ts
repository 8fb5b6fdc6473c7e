import { el } from './dom';
import type { Frame } from './Frame';
import type { Modeler } from './modeler';
import type { Canvas, Commands } from './types';

type Button = { label: string; keys?: string; act: () => void; changes?: boolean };

/** What can be done with the drawing as a whole, with the keys that do the same. */
export class Toolbar {
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;

  constructor(private modeler: Modeler, frame: Frame, readonly: boolean) {
    this.undo = this.button({ label: 'Undo', keys: 'Ctrl Z', act: () => this.commands().undo() });
    this.redo = this.button({ label: 'Redo', keys: 'Ctrl Y', act: () => this.commands().redo() });
    const tidy = this.button({ label: 'Tidy up', act: () => this.commands().execute('stile.tidy', {}) });
    const changing = [this.undo, this.redo, tidy];
    const simulate = this.button({ label: 'Simulate', act: () => modeler.get<{ toggleMode(): void }>('toggleMode').toggleMode() }, 'Watch how a request travels');
    simulate.setAttribute('aria-pressed', 'false');
    const looking = [
      this.button({ label: 'Find', keys: 'Ctrl F', act: () => modeler.get<{ toggle(): void }>('searchPad').toggle() }),
      this.button({ label: '−', keys: 'Ctrl −', act: () => this.zoom(1 / 1.25) }, 'Smaller'),
      this.button({ label: '+', keys: 'Ctrl +', act: () => this.zoom(1.25) }, 'Larger'),
      this.button({ label: 'Fit', keys: 'Ctrl 0', act: () => frame.fit(this.canvas()) }, 'Show all of it'),
      this.button({ label: 'Map', act: () => modeler.get<{ toggle(): void }>('minimap').toggle() }, 'Small map of the drawing'),
      simulate,
    ];
    frame.toolbar.append(...(readonly ? [] : changing), ...looking, keysOf(readonly));
    modeler.on('commandStack.changed', () => this.state());
    // While requests travel through the drawing nothing of it can be changed.
    modeler.on('tokenSimulation.toggleMode', ({ active }: { active: boolean }) => {
      simulate.setAttribute('aria-pressed', String(active));
      frame.panel.inert = active;
      tidy.disabled = active;
      this.state(active);
    });
    this.state();
  }

  private state(simulating = false): void {
    this.undo.disabled = simulating || !this.commands().canUndo();
    this.redo.disabled = simulating || !this.commands().canRedo();
  }

  private zoom(by: number): void {
    const canvas = this.canvas();
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * by)), 'auto');
  }

  private button({ label, keys, act }: Button, about?: string): HTMLButtonElement {
    const title = [about ?? label, keys ? `(${keys})` : ''].join(' ').trim();
    return el('button', { type: 'button', class: 'b b-s b-t', title, 'aria-label': /\w/.test(label) ? undefined : about, onclick: () => act() }, label);
  }

  private commands(): Commands {
    return this.modeler.get<Commands>('commandStack');
  }

  private canvas(): Canvas {
    return this.modeler.get<Canvas>('canvas');
  }
}

const KEYS: [string, string, boolean][] = [
  ['N', 'draw anything', true], ['A', 'what comes next', true], ['R', 'make it something else', true], ['E', 'write the label', true],
  ['C', 'connect', true], ['L', 'select several', false], ['H', 'move the drawing', false], ['S', 'make room', true],
  ['Delete', 'remove', true], ['Arrows', 'move what is selected, or the drawing with Ctrl', false],
  ['Ctrl A', 'select everything', false], ['Ctrl C, Ctrl V', 'copy, paste, also into another model', true], ['Ctrl Z, Ctrl Y', 'undo, redo', true],
  ['Ctrl F', 'find', false], ['Ctrl +, Ctrl −, Ctrl 0', 'larger, smaller, fit', false], ['Escape', 'leave what was begun', false],
];

/** The list of keys; they work while the drawing has the focus. */
function keysOf(readonly: boolean): HTMLElement {
  const list = el('dl', { class: 'keys' }, ...KEYS.filter(([, , changes]) => !changes || !readonly)
    .flatMap(([keys, what]) => [el('dt', {}, ...keys.split(', ').flatMap(key => [el('kbd', {}, key), ' '])), el('dd', {}, what)]));
  return el('details', { class: 'menu modeler-keys', 'data-menu': true }, el('summary', { class: 'b b-s b-t' }, 'Keys'),
    el('div', {}, el('p', {}, 'While the drawing has the focus:'), list));
}
