package io.stile.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a name in expressions of models, and replaces it: as a whole word, and never in what stands in quotes. */
final class NamedIn {

  /** As expressions stand in XML, quotes can be escaped. */
  private static final String QUOTED = "\"[^\"]*\"|'[^']*'|&quot;.*?&quot;|&#34;.*?&#34;|&apos;.*?&apos;";
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);

  private final String name;
  private final Pattern word;

  NamedIn(String name) {
    this.name = name;
    word = Pattern.compile("(" + QUOTED + ")|(?<![A-Za-z0-9_.])" + Pattern.quote(name) + "(?![A-Za-z0-9_])", Pattern.DOTALL);
  }

  /** Whether an expression names it. */
  boolean expression(String text) {
    Matcher found = word.matcher(text);
    while (found.find()) {
      if (found.group(1) == null) {
        return true;
      }
    }
    return false;
  }

  /** The expression with another name in its place. */
  String replaced(String text, String other) {
    return word.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? other : found.group(1)));
  }

  /** Whether a text of a form names it: one that begins with {@code =}, or has it in {@code {{…}}}. */
  boolean formText(JsonNode text) {
    if (!text.isTextual()) {
      return false;
    }
    String value = text.textValue();
    return value.startsWith("=") ? expression(value) : TEMPLATE.matcher(value).results().anyMatch(each -> expression(each.group()));
  }

  /** A text of a form with another name in its place. */
  String formTextReplaced(String text, String other) {
    return text.startsWith("=") ? replaced(text, other)
        : TEMPLATE.matcher(text).replaceAll(each -> Matcher.quoteReplacement(replaced(each.group(), other)));
  }

  @Override
  public String toString() {
    return name;
  }
}
