package io.stile.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Collects what differs before and after a change; what is equal is left out. */
public final class Changes {

  private final List<Change> found = new ArrayList<>();

  /** Notes a value that was replaced by another one; without effect if they are equal. */
  public Changes add(String what, Object before, Object after) {
    if (!Objects.equals(words(before), words(after))) {
      found.add(new Change(what, words(before), words(after)));
    }
    return this;
  }

  public List<Change> list() {
    return List.copyOf(found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Collections in alphabetical order, so that equal ones read equal; nothing is null. */
  private static String words(Object value) {
    if (value instanceof Collection<?> several) {
      return several.isEmpty() ? null : several.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
    return value == null || String.valueOf(value).isBlank() ? null : String.valueOf(value);
  }
}
