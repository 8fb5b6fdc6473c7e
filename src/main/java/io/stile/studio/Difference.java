package io.stile.studio;

import io.stile.gate.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What differs between two states of a model, in words for people: its text equivalent to the drawing.
 *
 * @param files those that differ, by path; empty if nothing does
 */
public record Difference(List<File> files) {

  public Difference {
    files = List.copyOf(files);
  }

  /** What became of a thing. */
  public enum Change {
    ADDED, REMOVED, CHANGED,
    /** It is what it was, at another place. */
    MOVED;

    /** As it is read: {@code Added}. */
    public String word() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A file that differs.
   *
   * @param title   how people call it: {@code Form “Reserve the handset”}
   * @param change  whether the whole file was added, removed or changed
   * @param unread  why its parts could not be compared; null if they were
   * @param items   its parts that differ, in the order of the file
   */
  public record File(String path, Kind kind, String title, Change change, String unread, List<Item> items) {

    public File {
      items = List.copyOf(items);
    }
  }

  /**
   * A part of a file that differs: an element of a diagram, a field of a form, a row or column of a table.
   *
   * @param element its id, the same in the drawing
   * @param title   how people call it: {@code Step “Reserve the handset”}
   * @param details what of it differs; of what was added or removed, what it has or had
   */
  public record Item(Change change, String element, String title, List<Detail> details) {

    public Item {
      details = List.copyOf(details);
    }
  }

  /**
   * A property that differs.
   *
   * @param what   the property in words: {@code Department}
   * @param before null if there was none
   * @param after  null if there is none
   */
  public record Detail(String what, String before, String after) {}

  /** Whether nothing differs that people could see: the same steps, fields and rules, at the same places. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** How many parts differ, over all files; a file that could not be compared counts as one. */
  public int count() {
    return files.stream().mapToInt(file -> Math.max(1, file.items().size())).sum();
  }

  /** How many parts became that. */
  public long count(Change change) {
    return files.stream().flatMap(file -> file.items().stream()).filter(item -> item.change() == change).count();
  }

  /** In one sentence: {@code 2 added, 1 changed}. */
  public String summary() {
    List<String> counts = Arrays.stream(Change.values()).filter(change -> count(change) > 0)
        .map(change -> count(change) + " " + change.word().toLowerCase(Locale.ROOT)).toList();
    return isEmpty() ? "No difference" : counts.isEmpty() ? "Files differ" : String.join(", ", counts);
  }
}
