package io.stile.work;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists that the forms of a protocol's steps can choose from ({@code valuesKey}). Implemented by the module behind the protocol; any
 * number of beans, asked for each task.
 */
public interface OptionLists {

  /** The names of all its lists. */
  Set<String> names();

  /** By the name of the list, each option with {@code value} and {@code label}; empty for a task that is none of its business. */
  Map<String, List<Map<String, String>>> of(Task task);
}
