package io.stile.gate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What ids look like that people can read: the kind of element, and its label in PascalCase. */
final class ProperIds {

  private static final Map<String, String> PREFIXES = Map.ofEntries(Map.entry("startEvent", "StartEvent"),
      Map.entry("endEvent", "EndEvent"), Map.entry("intermediateCatchEvent", "CatchEvent"),
      Map.entry("intermediateThrowEvent", "ThrowEvent"), Map.entry("boundaryEvent", "BoundaryEvent"),
      Map.entry("userTask", "UserTask"), Map.entry("serviceTask", "ServiceTask"), Map.entry("receiveTask", "ReceiveTask"),
      Map.entry("businessRuleTask", "BusinessRuleTask"), Map.entry("callActivity", "CallActivity"),
      Map.entry("subProcess", "SubProcess"), Map.entry("exclusiveGateway", "Gateway"),
      Map.entry("parallelGateway", "Gateway"), Map.entry("inclusiveGateway", "Gateway"),
      Map.entry("eventBasedGateway", "Gateway"));
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final int LONGEST = 60;
  private static final Pattern MADE_UP = Pattern.compile("(?=[a-z]*[0-9])[a-z0-9]{6,8}");
  private static final Pattern PASCAL = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

  private ProperIds() {}

  /** Whether a tool made the id up: {@code Event_0x1ab9c}. */
  static boolean isGenerated(String id) {
    return id.indexOf('_') >= 0 && MADE_UP.matcher(id.substring(id.lastIndexOf('_') + 1)).matches();
  }

  /** How the id of a node or a flow begins; empty for a kind that no model has. */
  static Optional<String> prefix(DrawnPart part) {
    return Optional.ofNullable(part instanceof DrawnNode node ? PREFIXES.get(node.type()) : "Flow");
  }

  static boolean isProper(String id, String prefix) {
    return id.startsWith(prefix + "_") && PASCAL.matcher(id.substring(prefix.length() + 1)).matches();
  }

  /** The id that a node or a flow should have by its label; empty if it has none that makes a name. Others may have it already. */
  static Optional<String> of(DrawnModel model, DrawnPart part) {
    String words = part instanceof DrawnFlow flow ? wordsOf(model, flow) : pascal(part.name());
    return words.isEmpty() ? Optional.empty() : prefix(part).map(prefix -> prefix + "_" + words);
  }

  /** A flow is named after where it comes from, and its answer or where it goes. */
  private static String wordsOf(DrawnModel model, DrawnFlow flow) {
    String from = model.node(flow.from()).map(ProperIds::wordOf).orElse("");
    String to = model.node(flow.to()).map(ProperIds::wordOf).orElse("");
    String answer = pascal(flow.name());
    if (from.isEmpty() || answer.isEmpty() && to.isEmpty()) {
      return "";
    }
    return from + (answer.isEmpty() ? "To" + to : answer);
  }

  /** What stands in the id of a node after its type, or will stand there once it has a proper one. */
  private static String wordOf(DrawnNode node) {
    boolean proper = prefix(node).filter(prefix -> isProper(node.id(), prefix)).isPresent();
    return proper ? node.word() : pascal(node.name());
  }

  /** The words of a label in PascalCase, without articles, accents and signs: {@code ReserveHandset}. */
  private static String pascal(String label) {
    String plain = MARKS.matcher(Normalizer.normalize(label.replace("ß", "ss"), Normalizer.Form.NFD)).replaceAll("");
    List<String> words = WORD.matcher(plain).results().map(MatchResult::group).toList();
    String name = IntStream.range(0, words.size()).filter(at -> at == 0 || !ARTICLES.contains(words.get(at))).mapToObj(words::get)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining());
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return PASCAL.matcher(cut).matches() ? cut : "";
  }
}
