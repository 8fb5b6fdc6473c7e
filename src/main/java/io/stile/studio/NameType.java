package io.stile.studio;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of value a name has that conditions compare. */
public enum NameType {
  TEXT,
  NUMBER,
  /** A number of minor units: cents. */
  MONEY,
  /** True or false. */
  TRUTH,
  /** One of a list of values. */
  CHOICE,
  /** An instant: what the date of a timer can be. */
  MOMENT;

  /** As the modeler reads it: {@code number}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
