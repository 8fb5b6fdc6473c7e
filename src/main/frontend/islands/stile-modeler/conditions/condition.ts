// A condition as the builder knows it: comparisons joined by "and" and "or", or one negated. What is richer stays as it is written.

export type Value = string | number | boolean | null;
export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';
/** One name compared with one value. */
export type Comparison = { name: string; operator: Operator; value: Value };
/** Groups joined by "or"; the comparisons of one are joined by "and". */
export type Condition = Comparison[][];

/** How a name is written when it is compared with nothing: `${leadsAgree}` means that it is true. */
export const isTrue = (name: string): Comparison => ({ name, operator: '==', value: true });
