package io.stile.gate;

import io.stile.engine.ExpressionGrammar;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Timers and pauses between tries are of a length that can be counted. Of {@code R/PT0S} and its like the engine would add up the period two
 * thousand million times, and what repeats each second keeps it from everything else.
 */
final class TimerRules {

  /** The shortest time after which something may happen by itself. */
  static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(3_650);
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern DURATION = Pattern.compile("P(?=[\\dT])(\\d{1,4}D)?(T(?=\\d)(\\d{1,5}H)?(\\d{1,6}M)?(\\d{1,6}S)?)?");
  private static final Pattern RETRIES = Pattern.compile("(R[1-9]/)?[^,]{1,20}(,[^,]{1,20}){0,9}");
  private static final String RULE = "timers";

  private final Surroundings around;
  private final FindingList findings;

  TimerRules(Surroundings around, FindingList findings) {
    this.around = around;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    diagram.all().forEach(this::check);
  }

  private void check(Element element) {
    String text = Tree.text(element).strip();
    switch (element.getLocalName()) {
      case "timeDate" -> require(DATE.matcher(text).matches() || isName(text), element,
          "is no date. Name one of the platform's instants, %s, or a date-time field: ${callAt}.".formatted(instants()));
      case "timeDuration" -> require(duration(text).filter(found -> found.compareTo(SHORTEST) >= 0 && found.compareTo(LONGEST) <= 0).isPresent(),
          element, "is no time from a minute to ten years. Write a duration like PT4H or P2D.");
      case "failedJobRetryTimeCycle" -> require(areRetries(text), element, "is no list of pauses. Write up to ten durations of a second or more: PT10S,PT5M.");
      case "timerEventDefinition" -> {
        if (Tree.children(element).size() != 1) {
          findings.refuse(Tree.idOf(element), element.getLocalName(), RULE, "The timer has no date, or several. Give it one date.");
        }
      }
      default -> { }
    }
  }

  private String instants() {
    return String.join(", ", around.words().instants().stream().sorted().map(name -> "${" + name + "}").toList());
  }

  /** One name as an expression; whether the name is known is another rule's question. */
  static boolean isName(String text) {
    if (!PartRules.isOne(text)) {
      return false;
    }
    try {
      Set<String> names = ExpressionGrammar.names(text);
      return names.size() == 1 && text.substring(2, text.length() - 1).strip().equals(names.iterator().next());
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static boolean areRetries(String text) {
    if (!RETRIES.matcher(text).matches()) {
      return false;
    }
    for (String pause : text.replaceFirst("^R\\d/", "").split(",")) {
      if (duration(pause.strip()).filter(found -> found.compareTo(Duration.ofSeconds(1)) >= 0 && found.compareTo(LONGEST) <= 0).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** A duration in days, hours, minutes and seconds; empty for anything else. */
  static Optional<Duration> duration(String text) {
    return DURATION.matcher(text).matches() ? Optional.of(Duration.parse(text)) : Optional.empty();
  }

  private void require(boolean holds, Element element, String message) {
    if (!holds) {
      findings.refuse(Tree.idOf(element), element.getLocalName(), RULE, "%s %s".formatted(Quoted.of(Tree.text(element)), message));
    }
  }
}
