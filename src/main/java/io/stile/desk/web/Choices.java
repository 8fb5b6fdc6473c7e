package io.stile.desk.web;

import java.util.Arrays;

/** Reads back what was chosen from a list: a draft may be older than the list. */
final class Choices {

  private Choices() {}

  /** The constant of that name, or {@code otherwise} if there is none. */
  static <E extends Enum<E>> E of(Class<E> type, String name, E otherwise) {
    return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst().orElse(otherwise);
  }
}
