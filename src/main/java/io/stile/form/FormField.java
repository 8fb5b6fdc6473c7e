package io.stile.form;

import java.util.List;

/**
 * One field of a form, as far as it does not depend on answers.
 *
 * @param key its name in answers, conditions and decisions
 * @param label what the person reads beside it; the key where the form gives none
 * @param readonly always; a field whose form says so by an expression is not
 * @param options those that stand in the form itself; empty where they come from data or from an expression
 */
public record FormField(String key, String label, FormFieldType type, boolean readonly, boolean disabled, boolean required,
    List<FormOption> options) {

  /** Copies the options. */
  public FormField {
    options = List.copyOf(options);
  }
}
