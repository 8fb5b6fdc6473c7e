package io.stile.sla;

import java.time.Duration;

/** Puts a target into words: "4 open hours", "2 business days". */
public final class TargetWords {

  private TargetWords() {}

  /** As people say it, without its calendar. */
  public static String of(Target target) {
    if (target instanceof BusinessDays days) {
      return counted(days.days(), "business day") + (days.byEndOfDay() ? ", by the end of the day" : "");
    }
    Duration open = ((OpenHours) target).duration();
    long hours = open.toHours();
    if (open.equals(Duration.ofHours(hours))) {
      return counted(hours, "open hour");
    }
    return (hours > 0 ? hours + " h " : "") + minutes(open) + " of open time";
  }

  private static String minutes(Duration open) {
    String minutes = open.toMinutesPart() > 0 || open.toSecondsPart() == 0 ? open.toMinutesPart() + " min" : "";
    return open.toSecondsPart() == 0 ? minutes : (minutes + " " + open.toSecondsPart() + " s").strip();
  }

  private static String counted(long amount, String unit) {
    return amount + " " + unit + (amount == 1 ? "" : "s");
  }
}
