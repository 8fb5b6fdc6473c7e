package io.stile.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A field of a form with everything that decides about its value.
 *
 * @param hiddenIf the conditions of the field and of the groups around it; one that holds hides it
 * @param readonlyIf the condition under which it cannot be changed; null if there is none
 * @param start the value with which the form begins where no data is given, as the form has it; null if none
 */
record FormInput(FormField field, FormKind kind, List<String> hiddenIf, String readonlyIf, Object start) {

  String key() {
    return field.key();
  }

  /** The value that the browser shows first. */
  Object initial(FormScope given) {
    return kind.initial(given.has(key()) ? given.value(key()) : start, given);
  }

  boolean isHidden(FormScope scope) {
    return hiddenIf.stream().anyMatch(scope::holds);
  }

  boolean isReadonly(FormScope scope) {
    return field.readonly() || readonlyIf != null && scope.holds(readonlyIf);
  }

  FieldProblem problem(FormFlaw flaw) {
    return new FieldProblem(key(), field.label(), flaw.message(), flaw.code());
  }

  /** Whether a submitted value says nothing, so that a field that takes none may have it. */
  static boolean isEmpty(Object submitted) {
    return submitted == null || "".equals(submitted)
        || submitted instanceof Collection<?> items && items.isEmpty()
        || submitted instanceof Map<?, ?> map && map.isEmpty();
  }
}
