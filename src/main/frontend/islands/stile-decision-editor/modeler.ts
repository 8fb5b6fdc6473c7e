// dmn-js with nothing but its table: no drawing of decisions, no other languages than FEEL, one result.
import EditingManager from 'dmn-js-shared/lib/base/EditingManager';
import Editor from 'dmn-js-decision-table/lib/Editor';
import { HIT_POLICIES } from 'dmn-js-decision-table/lib/features/hit-policy/HitPolicies';
import camunda from 'camunda-dmn-moddle/resources/camunda.json';

type Policy = { label: string; explanation: string; value: { hitPolicy: string; aggregation: string | undefined } };
type Column = { type: string };
type Modeling = { addCol(column: Column, index: number): unknown };
type Sheet = { getRoot(): { businessObject: Table } };

/** The parts of a table as dmn-js has them. */
export type Clause = { id: string; name?: string; label?: string; inputExpression?: { text?: string; typeRef?: string } };
export type Rule = { id: string; description?: string; inputEntry: { id: string }[]; outputEntry: { id: string }[] };
export type Table = { input?: Clause[]; output?: Clause[]; rule?: Rule[]; hitPolicy?: string };
export type Viewer = { on(event: string, callback: () => void): void };
export type View = { type: string; element: { id: string; decisionLogic: Table & { $type: string } } };
export type TableModeler = {
  importXML(xml: string): Promise<unknown>; saveXML(options: { format: boolean }): Promise<{ xml: string }>;
  getActiveView(): View | undefined; getActiveViewer(): Viewer; destroy(): void;
};

/** One result, of the first rule that fits or of the only one. */
const POLICIES: Record<string, { label: string; explanation: string }> = {
  FIRST: { label: 'The first rule that fits decides', explanation: 'Rules may overlap; they are read from top to bottom' },
  UNIQUE: { label: 'Only one rule may fit', explanation: 'If two fit, the decision fails' },
};

/** What dmn-js calls otherwise. */
const WORDS: Record<string, string> = { 'Hit policy:': 'Which rule decides:', 'Hit policy': 'Which rule decides', Annotations: 'Why' };

const translate = (text: string, values: Record<string, string> = {}): string =>
  (WORDS[text] ?? text).replace(/\{([^}]+)\}/g, (found, name: string) => values[name] ?? found);

class OneResult {
  static $inject = ['modeling', 'sheet'];

  constructor(modeling: Modeling, sheet: Sheet) {
    const add = modeling.addCol.bind(modeling);
    modeling.addCol = (column, index) =>
      column.type === 'dmn:OutputClause' && (sheet.getRoot().businessObject.output?.length ?? 0) > 0 ? undefined : add(column, index);
  }
}

class TableEditor extends (EditingManager as new (options: object) => object) {
  _getViewProviders(): object[] {
    return [{
      id: 'decisionTable', constructor: Editor,
      opens: (element: { $type: string; decisionLogic?: { $type: string } }) =>
        element.$type === 'dmn:Decision' && element.decisionLogic?.$type === 'dmn:DecisionTable',
    }];
  }
}

export function tableModeler(container: HTMLElement): TableModeler {
  onlyOurPolicies();
  return new TableEditor({
    container, moddleExtensions: { camunda }, keyboard: { bindTo: document },
    decisionTable: {
      additionalModules: [{ __init__: ['oneResult'], oneResult: ['type', OneResult], viewDrd: ['value', {}], translate: ['value', translate] }],
    },
  }) as unknown as TableModeler;
}

/** Another policy that a table has stays, so that it can be shown; it is not offered. */
function onlyOurPolicies(): void {
  const policies = HIT_POLICIES as Policy[];
  for (const policy of policies) {
    Object.assign(policy, policy.value.aggregation ? {} : POLICIES[policy.value.hitPolicy] ?? {});
  }
  policies.sort((one, two) => rank(one) - rank(two));
}

const rank = (policy: Policy): number => (policy.value.hitPolicy in POLICIES && !policy.value.aggregation ? 0 : 1);

/** Takes what is not ours from the list to choose from, but the one that the table has. */
export function offerPolicies(own: string | undefined): void {
  const policies = HIT_POLICIES as Policy[];
  policies.splice(0, policies.length, ...policies.filter(policy => rank(policy) === 0 || policy.value.hitPolicy === own));
}
