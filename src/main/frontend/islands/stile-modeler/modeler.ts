import BpmnModeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule } from 'bpmn-js-properties-panel';
import { ElementTemplatesCoreModule } from 'bpmn-js-element-templates/core';
import camundaBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import GridModule from 'diagram-js-grid';
import MinimapModule from 'diagram-js-minimap';
import TokenSimulationModule from 'bpmn-js-token-simulation';
import { keepWrittenOut } from '../../lint/written-out';
import { AddLateHandler } from './late/AddLateHandler';
import { RemoveLateHandler } from './late/RemoveLateHandler';
import { Naming } from './names/Naming';
import { AskedRenameHandler, RenameHandler } from './names/RenameHandler';
import { Provider } from './panel/Provider';
import { Clipboard } from './parts/Clipboard';
import { ContextPad } from './parts/ContextPad';
import { ClosedList } from './parts/ClosedList';
import { Keys } from './parts/Keys';
import { AppendHandler } from './parts/AppendHandler';
import { AttachHandler } from './parts/Maker';
import { Menus, ReplaceHandler } from './parts/Menus';
import { Palette } from './parts/Palette';
import { SimulationButtons } from './parts/SimulationButtons';
import { templates } from './parts/templates';
import { TidyHandler } from './layout/TidyHandler';
import type { Commands, EventBus, Services } from './types';
import type { Words } from './words';

export type Modeler = Services & {
  importXML(xml: string): Promise<{ warnings: unknown[] }>;
  saveXML(options: { format: boolean }): Promise<{ xml: string }>;
  on: EventBus['on'];
  destroy(): void;
};

/** Leaves the page for an address when all is saved. */
export type Leave = (address: string) => void;

type Setup = { canvas: HTMLElement; panel: HTMLElement; words: Words; readonly: boolean; leave: Leave };

const HANDLERS: Record<string, unknown> = {
  'stile.append': AppendHandler, 'stile.attach': AttachHandler, 'stile.replace': ReplaceHandler, 'stile.rename': RenameHandler, 'stile.rename.asked': AskedRenameHandler,
  'stile.late.add': AddLateHandler, 'stile.late.remove': RemoveLateHandler, 'stile.tidy': TidyHandler,
};

class Handlers {
  static $inject = ['commandStack'];

  constructor(commands: Commands) {
    Object.entries(HANDLERS).forEach(([command, handler]) => commands.registerHandler(command, handler));
  }
}

/** The modeler with what a process owner needs, and nothing that the gate would refuse. */
export function createModeler({ canvas, panel, words, readonly, leave }: Setup): Modeler {
  const ours = {
    __init__: ['stileHandlers', 'stileNaming', 'stileProvider', 'stileMenus', 'stileKeys', 'stileClipboard', 'stileClosedList', 'stileSimulationButtons'],
    stileHandlers: ['type', Handlers], stileNaming: ['type', Naming], stileProvider: ['type', Provider], stileMenus: ['type', Menus],
    stileKeys: ['type', Keys], stileClipboard: ['type', Clipboard], stileClosedList: ['type', ClosedList],
    stileSimulationButtons: ['type', SimulationButtons],
    paletteProvider: ['type', Palette], contextPadProvider: ['type', ContextPad],
    stileLeave: ['value', leave],
    // Their menu offers what the gate refuses.
    replaceMenuProvider: ['value', null],
  };
  const modeler = new BpmnModeler({
    container: canvas,
    propertiesPanel: { parent: panel },
    moddleExtensions: { camunda },
    stileWords: words,
    stileReadonly: readonly,
    bpmnRenderer: {
      defaultFillColor: 'var(--bpmn-fill, #fff)', defaultStrokeColor: 'var(--bpmn-stroke, #22242a)', defaultLabelColor: 'var(--bpmn-label, #22242a)',
    },
    additionalModules: [BpmnPropertiesPanelModule, camundaBehaviors, ElementTemplatesCoreModule, GridModule, MinimapModule, TokenSimulationModule,
      ours, ...(readonly ? [lookOnly] : [])],
  } as never) as unknown as Modeler;
  keepWrittenOut(modeler.get('moddle'));
  modeler.on('elementTemplates.errors', ({ errors }) => console.error(errors));
  modeler.get<{ setTemplates(all: object[]): void }>('elementTemplatesLoader').setTemplates(templates(words));
  return modeler;
}

/** Forbids every change: whoever looks on sees the same page, without tools. */
class NoChanges {
  static $inject = ['eventBus'];

  constructor(eventBus: EventBus) {
    const rules = ['shape.create', 'elements.create', 'elements.move', 'elements.delete', 'elements.copy', 'shape.resize', 'shape.attach', 'shape.replace',
      'connection.create', 'connection.reconnect', 'connection.updateWaypoints', 'connection.start', 'element.autoResize'];
    eventBus.on(rules.map(rule => `commandStack.${rule}.canExecute`), 5000, event => {
      event.stopPropagation();
      return false;
    });
  }
}

const nothing = { registerProvider: () => undefined };

const lookOnly = {
  __init__: ['stileNoChanges'],
  stileNoChanges: ['type', NoChanges],
  paletteProvider: ['value', nothing], contextPadProvider: ['value', nothing],
  labelEditingProvider: ['value', nothing],
};
