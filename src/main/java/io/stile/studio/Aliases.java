package io.stile.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the same part again where an editor has given it another id. */
final class Aliases {

  private Aliases() {}

  /**
   * The parts as they are after, each that is new by its id but has the same mark as one that is gone under the id of that one.
   *
   * @param mark what tells that two parts are the same though their ids differ; null if nothing does
   */
  static List<Part> of(List<Part> before, List<Part> after, Function<Part, Object> mark) {
    Set<String> now = new HashSet<>();
    after.forEach(part -> now.add(part.id()));
    Set<String> old = new HashSet<>();
    Map<Object, String> gone = new HashMap<>();
    for (Part part : before) {
      old.add(part.id());
      Object known = mark.apply(part);
      if (known != null && !now.contains(part.id())) {
        gone.putIfAbsent(known, part.id());
      }
    }
    List<Part> parts = new ArrayList<>();
    for (Part part : after) {
      Object known = mark.apply(part);
      String id = old.contains(part.id()) || known == null ? null : gone.remove(known);
      parts.add(id == null ? part : new Part(id, part.title(), part.values(), part.exact(), part.place()));
    }
    return parts;
  }
}
