package io.stile.organisation.web;

import io.stile.web.Refusal;
import java.util.Map;

/** Reads what all forms have. */
final class Forms {

  private Forms() {}

  /** The version that the form shows; null if it shows none. */
  static Integer version(Map<String, String> sent) {
    String typed = sent.get("version");
    return typed == null || !typed.matches("\\d{1,9}") ? null : Integer.valueOf(typed);
  }

  /** As {@link #version}, where there must be one. */
  static int seen(Integer version) {
    if (version == null) {
      throw Refusal.invalid("version", "The form does not say which version it shows; load the page again.");
    }
    return version;
  }
}
