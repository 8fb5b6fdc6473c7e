import { Linter } from 'bpmnlint';
import packedConfig from '../../../lint/packed-config';
import type { Finding } from '../../../studio/draft';
import type { Modeler } from '../modeler';
import type { Canvas, Node } from '../types';

const PAUSE = 250;

type Report = { id?: string; message: string; place?: string };

/** Looks at the drawing with the rules of good modelling while somebody draws, so that nobody has to wait for the server to hear of them. */
export class Live {
  private readonly linter = new Linter(packedConfig);
  private timer = 0;

  constructor(private modeler: Modeler, private tell: (findings: Finding[]) => void) {
    modeler.on(['commandStack.changed', 'import.done'], () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.look(), PAUSE);
    });
  }

  private async look(): Promise<void> {
    const root = this.modeler.get<Canvas>('canvas').getRootElement()?.businessObject;
    if (root) {
      const reports = (await this.linter.lint(root.$parent as Node)) as Record<string, Report[]>;
      this.tell(Object.entries(reports).flatMap(([rule, found]) => found.map(report => finding(rule, report, root.id))));
    }
  }
}

/** The rules that are looked at here; what the server says of the same ones is older. */
export const LIVE_RULES = new Set(Object.keys(packedConfig.config.rules).map(name));

function finding(rule: string, { id, message, place }: Report, root: string): Finding {
  return { element: id ?? root, place: place ?? '', rule: name(rule), severity: 'modelling', message };
}

function name(rule: string): string {
  return rule.slice(rule.indexOf('/') + 1);
}
