package io.stile.engine.camunda;

import io.stile.engine.Migrations.NameAhead.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shape of a version as far as names travel through it.
 *
 * @param ways     where a token can go from each element
 * @param gives    the names that an element itself finds out, without those that a form asks for
 * @param readings who reads which names
 */
record NameShape(Map<String, Set<String>> ways, Map<String, Set<String>> gives, List<Reading> readings) {

  /**
   * Somebody reads names.
   *
   * @param host      the element at which they are read
   * @param label     what people call who reads them
   * @param otherwise label of the way that is taken where no condition holds; null if there is none
   * @param atEnd     whether they are read when the host has done its work, not when it begins
   * @param ofHost    whether it is the host itself that reads them, so that nothing is read again while something stands there
   */
  record Reading(String host, Set<String> names, Reader reader, String label, String otherwise, boolean atEnd, boolean ofHost) {}

  /**
   * Whether what stands somewhere comes to a reading.
   *
   * @param places where it stands
   */
  boolean comesTo(Reading reading, Collection<String> places) {
    return reached(begin(reading, places), null).contains(reading.host());
  }

  /**
   * Whether a name can still be given before it is read.
   *
   * @param givers the elements that give it
   */
  boolean isGivenBefore(Reading reading, Collection<String> places, Set<String> givers) {
    if (givers.contains(reading.host()) && (reading.atEnd() || isReadAlready(reading, places))) {
      return true;
    }
    Set<String> before = reached(begin(reading, places), reading.host());
    return givers.stream().filter(before::contains).anyMatch(giver -> reached(Set.of(giver), null).contains(reading.host()));
  }

  /** Where the way to a reading begins: what stands at the host itself has read already, and comes to it again only on a way back. */
  private Set<String> begin(Reading reading, Collection<String> places) {
    Set<String> begin = new HashSet<>(places);
    if (isReadAlready(reading, places)) {
      begin.remove(reading.host());
      begin.addAll(next(reading.host()));
    }
    return begin;
  }

  private static boolean isReadAlready(Reading reading, Collection<String> places) {
    return !reading.atEnd() && reading.ofHost() && places.contains(reading.host());
  }

  /** The elements that give a name, by themselves or by a form. */
  Set<String> givers(String name, Map<String, Set<String>> asked) {
    Set<String> givers = new HashSet<>();
    gives.forEach((element, names) -> add(givers, element, names, name));
    asked.forEach((element, names) -> add(givers, element, names, name));
    return givers;
  }

  private static void add(Set<String> givers, String element, Set<String> names, String name) {
    if (names.contains(name)) {
      givers.add(element);
    }
  }

  private Set<String> next(String element) {
    return ways.getOrDefault(element, Set.of());
  }

  /** What a token comes to from these elements, with them, on ways that do not lead over another one. */
  private Set<String> reached(Collection<String> from, String without) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String element = open.pop();
      if (!element.equals(without) && reached.add(element)) {
        open.addAll(next(element));
      }
    }
    return reached;
  }

  /** Collects the parts. */
  static final class Builder {

    private final Map<String, Set<String>> ways = new HashMap<>();
    private final Map<String, Set<String>> gives = new HashMap<>();
    private final List<Reading> readings = new ArrayList<>();

    void way(String from, String to) {
      ways.computeIfAbsent(from, element -> new HashSet<>()).add(to);
    }

    void gives(String element, Collection<String> names) {
      gives.computeIfAbsent(element, key -> new HashSet<>()).addAll(names);
    }

    void reading(Reading reading) {
      if (!reading.names().isEmpty()) {
        readings.add(reading);
      }
    }

    NameShape build() {
      return new NameShape(Map.copyOf(ways), Map.copyOf(gives), List.copyOf(readings));
    }
  }
}
