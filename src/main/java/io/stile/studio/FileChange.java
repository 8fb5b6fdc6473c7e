package io.stile.studio;

import io.stile.gate.Bundle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * How a file differs between two bundles.
 *
 * @param path where it lies in the bundle
 */
public record FileChange(String path, Kind kind) {

  /** What happened to it. */
  public enum Kind {
    ADDED, CHANGED, REMOVED;

    /** As people read it. */
    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What differs between two bundles, by path. */
  public static List<FileChange> between(Bundle before, Bundle after) {
    TreeSet<String> paths = new TreeSet<>(before.files().keySet());
    paths.addAll(after.files().keySet());
    return paths.stream().filter(path -> !Arrays.equals(before.files().get(path), after.files().get(path)))
        .map(path -> new FileChange(path, kind(before, after, path))).toList();
  }

  private static Kind kind(Bundle before, Bundle after, String path) {
    return before.file(path).isEmpty() ? Kind.ADDED : after.file(path).isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }
}
