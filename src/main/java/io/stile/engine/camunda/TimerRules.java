package io.stile.engine.camunda;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a timer in a model may be. A repeating one is refused: of {@code R/PT0S} and its like the engine adds up the period
 * two thousand million times, in the thread that starts the process, and one that repeats each second floods it.
 */
final class TimerRules {

  /** A name whose value is computed when the timer is set: a date only, which can never be a repetition. */
  private static final Pattern NAME = Pattern.compile("[$#]\\{\\s*[A-Za-z_][A-Za-z0-9_]*\\s*}");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern DURATION =
      Pattern.compile("P(?=[\\dT])(\\d{1,4}D)?(T(?=\\d)(\\d{1,4}H)?(\\d{1,5}M)?(\\d{1,6}S)?)?");
  private static final Pattern RETRIES =
      Pattern.compile("(R[1-9]\\d?/)?" + DURATION + "(,\\s*" + DURATION + "){0,9}");
  private static final Pattern ABOVE_ZERO = Pattern.compile("[1-9]\\d*[DHMS]");

  private TimerRules() {}

  /**
   * Checks an element if it is a timer or a list of pauses between tries.
   *
   * @throws ProcessEngineException if it may not stand here; the message says what may
   */
  static void check(Element element) {
    String text = element.getText() == null ? "" : element.getText().strip();
    switch (element.getTagName()) {
      case "timeCycle" -> throw new ProcessEngineException("timers do not repeat here; draw a loop instead of " + text);
      case "timeDate" -> require(NAME.matcher(text).matches() || DATE.matcher(text).matches(), text,
          "the name of a date, ${…}, or a date and time with its offset");
      case "timeDuration" -> require(isDuration(text), text, "a duration above zero, like PT4H");
      case "failedJobRetryTimeCycle" -> require(RETRIES.matcher(text).matches() && eachAboveZero(text), text,
          "up to ten durations above zero, like PT10S,PT1M");
      default -> { }
    }
  }

  private static boolean isDuration(String text) {
    return DURATION.matcher(text).matches() && ABOVE_ZERO.matcher(text).find();
  }

  private static boolean eachAboveZero(String text) {
    for (String pause : text.replaceFirst("^R\\d+/", "").split(",")) {
      if (!isDuration(pause.strip())) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean fits, String text, String expected) {
    if (!fits) {
      throw new ProcessEngineException("'" + text + "' is not " + expected);
    }
  }
}
