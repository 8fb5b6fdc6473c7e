package io.stile.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a form's text component, which form-js reads as Markdown: words, emphasis, lists and links to pages. No pictures, and no link to
 * anything but a page over https.
 */
final class MarkdownText {

  static final int LONGEST = 10_000;
  private static final int LONGEST_LINK = 500;

  private static final Pattern PICTURE = Pattern.compile("!\\[");
  /** Where a link says what it leads to: {@code [words](there)} and {@code [name]: there}. */
  private static final Pattern TARGET = Pattern.compile("\\](?:\\(|:)\\s{0,20}(\\S{0," + LONGEST_LINK + "})");
  private static final Pattern PAGE = Pattern.compile("(?i:https)://[A-Za-z0-9.-]{1,253}(?::\\d{1,5})?(?:[/?#][A-Za-z0-9/?#@:.,;=&%_~+*!$'()-]*)?\\)?[.,;:!?]?");
  /** What may follow {@code [optional]:} and is no address. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}.,;!?“”‘’\"'-]*");
  /** Schemes that a browser follows, or that some reader makes a link of by itself. */
  private static final Pattern SCHEME = Pattern.compile(
      "(?i)(?<![a-z0-9+.-])(?:(?:http|ftp|ftps|file|ws|wss)\\s{0,3}:\\s{0,3}/|(?:javascript|vbscript|livescript|blob|data|filesystem|about|view-source)"
          + "\\s{0,3}:\\s{0,3}[^\\s])");
  private static final Pattern BARE_PAGE = Pattern.compile("(?i)(?<![a-z0-9/.@-])www\\.");
  private static final Pattern REFERENCE = Pattern.compile("&(?:#|[A-Za-z]{2,31};)");

  private MarkdownText() {}

  /** What is wrong with the text, empty if nothing. */
  static Optional<String> flaw(String text) {
    Optional<String> flaw = PlainText.formFlaw(text, LONGEST, true);
    if (flaw.isPresent()) {
      return flaw;
    }
    if (PICTURE.matcher(text).find()) {
      return Optional.of("holds a picture (“![”), which is not shown. Say it in words.");
    }
    if (REFERENCE.matcher(text).find()) {
      return Optional.of("holds a character written as “&…;”. Write the character itself.");
    }
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.find()) {
      return Optional.of("leads to %s. Links lead to pages over https only: [words](https://…).".formatted(Quoted.of(text.substring(scheme.start()))));
    }
    if (BARE_PAGE.matcher(text).find()) {
      return Optional.of("holds “www.” without “https://” in front, which a browser would open without protection. Write the whole address.");
    }
    return link(text);
  }

  private static Optional<String> link(String text) {
    Matcher target = TARGET.matcher(text);
    while (target.find()) {
      String to = target.group(1);
      boolean words = text.charAt(target.start() + 1) == ':' && WORD.matcher(to).matches();
      if (!words && !PAGE.matcher(upToBracket(to)).matches()) {
        return Optional.of("has a link to %s. Links lead to pages over https only: [words](https://…).".formatted(Quoted.of(to)));
      }
    }
    return Optional.empty();
  }

  /** Up to the bracket that ends the link, where there is one. */
  private static String upToBracket(String target) {
    int end = target.indexOf(')');
    return end < 0 ? target : target.substring(0, end);
  }
}
