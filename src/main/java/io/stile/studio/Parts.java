package io.stile.studio;

import io.stile.studio.Difference.Change;
import io.stile.studio.Difference.Detail;
import io.stile.studio.Difference.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares the parts of two files. */
final class Parts {

  private static final Part NOTHING = new Part("", "", Map.of(), "");

  private Parts() {}

  /**
   * What differs, removed parts first, then in the order of the file as it is after.
   *
   * @param ordered whether the order says something: then as few parts as possible count as moved
   */
  static List<Item> compare(List<Part> before, List<Part> after, boolean ordered) {
    Map<String, Part> old = byId(before);
    Map<String, Part> now = byId(after);
    List<Item> items = new ArrayList<>();
    old.values().stream().filter(part -> !now.containsKey(part.id())).map(part -> whole(Change.REMOVED, part)).forEach(items::add);
    Set<String> moved = ordered ? moved(old, now) : Set.of();
    for (Part part : now.values()) {
      Part was = old.get(part.id());
      if (was == null) {
        items.add(whole(Change.ADDED, part));
      } else {
        compared(was, part, moved.contains(part.id()), items);
      }
    }
    return items;
  }

  private static void compared(Part was, Part part, boolean moved, List<Item> items) {
    List<Detail> details = details(was, part);
    boolean elsewhere = moved || !was.place().equals(part.place());
    if (!details.isEmpty()) {
      items.add(new Item(Change.CHANGED, part.id(), part.title(), elsewhere ? with(details, moved) : details));
    } else if (elsewhere) {
      items.add(new Item(Change.MOVED, part.id(), part.title(), List.of()));
    }
  }

  /** What a change of place is beside other changes: worth a word where the order decides. */
  private static List<Detail> with(List<Detail> details, boolean moved) {
    if (!moved) {
      return details;
    }
    List<Detail> all = new ArrayList<>(details);
    all.add(new Detail("Place", null, "moved"));
    return all;
  }

  private static Map<String, Part> byId(List<Part> parts) {
    Map<String, Part> byId = new LinkedHashMap<>();
    parts.forEach(part -> byId.putIfAbsent(part.id(), part));
    return byId;
  }

  private static Item whole(Change change, Part part) {
    return new Item(change, part.id(), part.title(), change == Change.ADDED ? details(NOTHING, part) : details(part, NOTHING));
  }

  private static List<Detail> details(Part before, Part after) {
    Set<String> names = new LinkedHashSet<>(after.values().keySet());
    names.addAll(before.values().keySet());
    return names.stream().filter(name -> !Objects.equals(before.exactly(name), after.exactly(name))).map(name -> detail(name, before, after)).toList();
  }

  /** What reads the same and is not is shown as it is written. */
  private static Detail detail(String name, Part before, Part after) {
    String was = before.values().get(name);
    String is = after.values().get(name);
    return Objects.equals(was, is) ? new Detail(name, before.exactly(name), after.exactly(name)) : new Detail(name, was, is);
  }

  /** Those of both that are not part of the longest run that kept its order. */
  private static Set<String> moved(Map<String, Part> old, Map<String, Part> now) {
    List<String> before = old.keySet().stream().filter(now::containsKey).toList();
    List<String> after = now.keySet().stream().filter(old::containsKey).toList();
    Set<String> moved = new HashSet<>(after);
    moved.removeAll(longestRun(before, after));
    return moved;
  }

  /** The longest increasing subsequence of the old places, in O(n log n): forms have hundreds of fields, tables thousands of rows. */
  private static List<String> longestRun(List<String> before, List<String> after) {
    Map<String, Integer> places = new LinkedHashMap<>();
    before.forEach(id -> places.put(id, places.size()));
    int[] ends = new int[after.size()];
    int[] previous = new int[after.size()];
    int length = 0;
    for (int i = 0; i < after.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (places.get(after.get(ends[middle])) < places.get(after.get(i))) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low > 0 ? ends[low - 1] : -1;
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    List<String> run = new ArrayList<>();
    for (int i = length > 0 ? ends[length - 1] : -1; i >= 0; i = previous[i]) {
      run.add(after.get(i));
    }
    return run;
  }
}
