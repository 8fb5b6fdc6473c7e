package io.stile.gate;

import java.util.regex.Pattern;

/** How a target is written: open hours ({@code PT4H}, {@code PT1H30M}) or business days ({@code P2D}); never both. */
final class Targets {

  static final String EXAMPLES = "open hours such as PT4H, or business days such as P2D";
  private static final Pattern TARGET = Pattern.compile("P[1-9][0-9]*D|PT(?=[0-9])(?:[1-9][0-9]*H)?(?:[1-9][0-9]*M)?");

  private Targets() {}

  static boolean isTarget(String text) {
    return TARGET.matcher(text).matches();
  }

  /** What to write in the place of something that is no target. */
  static String instead(String text) {
    return Quoted.of(text) + " is no target. Write " + EXAMPLES + ".";
  }
}
