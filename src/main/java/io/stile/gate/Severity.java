package io.stile.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a finding prevents. */
public enum Severity {
  /** It could do harm or could not run: the file is not accepted. */
  SAFETY,
  /** It runs, but is not good: the file is accepted, and not published. */
  MODELLING;

  /** As programs and pages of ours write it: {@code safety}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
