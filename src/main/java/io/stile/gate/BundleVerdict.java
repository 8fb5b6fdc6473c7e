package io.stile.gate;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the gate says of files that are to be published together: of each by itself, and of what they say of each other.
 *
 * @param key   what the bundle is of
 * @param files verdicts by path
 */
public record BundleVerdict(String key, SortedMap<String, Verdict> files) {

  public boolean accepted() {
    return files.values().stream().allMatch(Verdict::accepted);
  }

  /** Whether it may be published: nothing at all is wrong with any file. */
  public boolean publishable() {
    return files.values().stream().allMatch(Verdict::publishable);
  }

  /** All findings of all files, in the order of the paths. */
  public List<Finding> findings() {
    return files.values().stream().flatMap(verdict -> verdict.findings().stream()).toList();
  }

  /**
   * The files as they may be published.
   *
   * @throws IllegalStateException if the gate does not accept one of them
   */
  public Bundle checked() {
    if (!accepted()) {
      throw new IllegalStateException("The gate does not accept '" + key + "'");
    }
    SortedMap<String, byte[]> checked = new TreeMap<>();
    for (Map.Entry<String, Verdict> file : files.entrySet()) {
      checked.put(file.getKey(), file.getValue().checked());
    }
    return new Bundle(key, checked);
  }
}
