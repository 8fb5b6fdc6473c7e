package io.stile.desk;

import java.util.List;

/**
 * What a diagram marks.
 *
 * @param done    keys of the elements that are done
 * @param current what is going on
 */
public record DiagramState(List<String> done, List<Current> current) {

  /**
   * An element on which something is going on.
   *
   * @param id    key of the element
   * @param state {@code ok}, {@code warn} or {@code late}
   * @param label what its badge says
   */
  public record Current(String id, String state, String label) {}
}
