import type { Drawn } from '../types';

type Add = (element: Drawn | string, type: string, overlay: Record<string, unknown>) => string;

const BUTTONS = 'bts-context-menu';
/** They stay large enough to be hit however small the drawing is. */
const SMALLEST = 0.8;

/** Shows what sends a request on its way at any size of the drawing: the simulation hides it as soon as a whole model fits into the window. */
export class SimulationButtons {
  static $inject = ['overlays'];

  constructor(overlays: { add: Add }) {
    const add: Add = overlays.add.bind(overlays);
    overlays.add = (element, type, overlay) => add(element, type, type === BUTTONS ? { ...overlay, show: null, scale: { min: SMALLEST } } : overlay);
  }
}
