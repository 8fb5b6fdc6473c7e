package io.stile.engine;

import java.util.Map;

/**
 * A step that waits again because its completion was taken back.
 *
 * @param step    what the step is called from now on
 * @param renamed what else waits again under another name, by the old one: where it stands in a {@link Sequel} of the same
 *                case, that has to be changed
 */
public record Reopened(StepId step, Map<String, String> renamed) {

  public Reopened {
    renamed = Map.copyOf(renamed);
  }
}
