import type { Form } from '@bpmn-io/form-js-viewer';

/** What the server did not accept: the path of an answer in the data (`address.street`, `items.0.amount`) and what was expected. */
export type FieldProblem = { field: string; message: string };

type Field = { id: string; key?: string; type: string };
type Registry = { getAll(): Field[] };
type Paths = { getValuePath(field: Field): string[] | undefined };

/** Shows each problem at its field, as form-js shows its own, and answers those that no field of this form shows. */
export function showProblems(form: Form, problems: FieldProblem[]): FieldProblem[] {
  const places = new Map(fields(form).map(field => [path(form, field), field.id]));
  const errors: Record<string, unknown> = {};
  const homeless: FieldProblem[] = [];
  for (const problem of problems) {
    const steps = problem.field.split('.');
    const id = places.get(steps.filter(step => !/^\d+$/.test(step)).join('.'));
    if (id) {
      add(errors, [id, ...steps.filter(step => /^\d+$/.test(step))], problem.message);
    } else {
      homeless.push(problem);
    }
  }
  form._setState({ errors });
  return homeless;
}

function fields(form: Form): Field[] {
  return form.get<Registry>('formFieldRegistry').getAll().filter(field => field.key);
}

function path(form: Form, field: Field): string {
  return (form.get<Paths>('pathRegistry').getValuePath(field) ?? []).join('.');
}

/** form-js keeps the errors of a field as a list of texts, below one level for each list that the field lies in. */
function add(errors: Record<string, unknown>, [head, ...rest]: string[], message: string): void {
  if (head === undefined) {
    return;
  }
  if (rest.length === 0) {
    errors[head] = [...((errors[head] as string[] | undefined) ?? []), message];
  } else {
    errors[head] ??= {};
    add(errors[head] as Record<string, unknown>, rest, message);
  }
}
