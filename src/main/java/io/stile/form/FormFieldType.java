package io.stile.form;

import java.util.Locale;
import java.util.Optional;

/** The kinds of form fields that take an answer. */
public enum FormFieldType {
  TEXTFIELD,
  TEXTAREA,
  NUMBER,
  CHECKBOX,
  SELECT,
  RADIO,
  CHECKLIST,
  TAGLIST,
  DATETIME;

  /** The word that forms use for it, for example {@code textfield}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FormFieldType> of(String word) {
    for (FormFieldType type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
