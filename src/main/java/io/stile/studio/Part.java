package io.stile.studio;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of a file as it is compared: what people see of it.
 *
 * @param id     the same in both files if it is the same part
 * @param title  how people call it
 * @param values its properties, in words, in the order in which they are read; without those that it does not have
 * @param exact  what is compared instead of a value that people read in other words; without those that are compared as they are read
 * @param place  where it is drawn; empty where its place is its place among the others
 */
record Part(String id, String title, Map<String, String> values, Map<String, String> exact, String place) {

  Part {
    values = new LinkedHashMap<>(values);
    values.values().removeIf(value -> value == null || value.isEmpty());
    exact = Map.copyOf(exact);
  }

  /** A part whose values are compared as they are read. */
  Part(String id, String title, Map<String, String> values, String place) {
    this(id, title, values, Map.of(), place);
  }

  /** What a value is compared by; null if it has none. */
  String exactly(String name) {
    return exact.getOrDefault(name, values.get(name));
  }
}
