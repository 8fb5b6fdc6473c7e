package io.stile.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what simple cells of decision tables ask and answer; what computes stays as it is written. */
final class CellWords {

  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*(-?[0-9]+(?:\\.[0-9]+)?)");
  private static final Pattern RANGE = Pattern.compile("\\[\\s*(-?[0-9.]+?)\\s*\\.\\.\\s*(-?[0-9.]+)\\s*\\]");
  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern ITEM = Pattern.compile("\\G\\s*(\"[^\"]*\"|[^,\"\\[(]*(?:\\[[^\\]]*\\]|\\([^)]*\\))?)\\s*(?:,|$)");
  private static final Map<String, String> SIGNS = Map.of("<", "less than ", "<=", "at most ", ">", "more than ", ">=", "at least ");

  private CellWords() {}

  /** {@code < 6} is "less than 6", {@code "basic","standard"} is "“basic” or “standard”". */
  static String of(String cell) {
    Matcher not = NOT.matcher(cell);
    if (not.matches()) {
      return any(not.group(1)).map(words -> "not " + words).orElse(cell);
    }
    return any(cell).orElse(cell);
  }

  private static Optional<String> any(String cell) {
    List<String> words = new ArrayList<>();
    Matcher items = ITEM.matcher(cell);
    int end = 0;
    while (end < cell.length() && items.find()) {
      Optional<String> one = one(items.group(1).strip());
      if (one.isEmpty()) {
        return Optional.empty();
      }
      words.add(one.get());
      end = items.end();
    }
    return end == cell.length() && !words.isEmpty() ? Optional.of(String.join(" or ", words)) : Optional.empty();
  }

  private static Optional<String> one(String item) {
    Matcher compared = COMPARED.matcher(item);
    Matcher range = RANGE.matcher(item);
    if (TEXT.matcher(item).matches()) {
      return Optional.of("“" + item.substring(1, item.length() - 1) + "”");
    }
    if (compared.matches()) {
      return Optional.of(SIGNS.get(compared.group(1)) + compared.group(2));
    }
    if (range.matches()) {
      return Optional.of(range.group(1) + " to " + range.group(2));
    }
    return item.equals("null") ? Optional.of("empty")
        : NUMBER.matcher(item).matches() || item.equals("true") || item.equals("false") ? Optional.of(item) : Optional.empty();
  }
}
