package io.stile.notification;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A mail as it is written, before it has a row. What becomes a header is on one line, whatever came in.
 *
 * @param event    names what happened; with template and recipient it names the mail
 * @param template name of the template
 * @param task     the task whose time runs out, if that is what it tells; else null
 */
record MailDraft(String event, String template, Addressee to, String subject, String text, String html, String request,
                 Long task, Instant at) {

  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

  MailDraft {
    to = new Addressee(to.key(), oneLine(to.name()), to.address());
    subject = oneLine(subject);
  }

  private static String oneLine(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }

  /**
   * Who gets it.
   *
   * @param key {@code customer:12} or {@code employee:front1}
   */
  record Addressee(String key, String name, String address) {}
}
