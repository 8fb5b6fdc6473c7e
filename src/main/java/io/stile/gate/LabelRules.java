package io.stile.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the drawing, so that it can be read aloud. */
final class LabelRules {

  private static final Pattern SPACE = Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);

  private LabelRules() {}

  static Stream<Advice> everythingIsLabelled(DrawnModel m) {
    return m.nodes().stream().flatMap(node -> node.name().isBlank() ? unlabelled(node) : badlyLabelled(node).stream());
  }

  private static Stream<Advice> unlabelled(DrawnNode node) {
    if (node.isGateway()) {
      return Stream.empty();
    }
    return Stream.of(node.advice("name", node.type().endsWith("Event")
        ? "This event has no label. Say what has happened: a thing and its state."
        : "This has no label. Say what is done with what: a verb and an object."));
  }

  private static List<Advice> badlyLabelled(DrawnNode node) {
    String label = node.name().strip();
    List<Advice> found = new ArrayList<>();
    if (Character.getType(label.codePointAt(0)) == Character.LOWERCASE_LETTER) {
      found.add(node.advice("name", Quoted.of(label) + " begins with a small letter. Begin it with a capital."));
    }
    if (node.type().endsWith("Task") && !SPACE.matcher(label).find()) {
      found.add(node.advice("name", Quoted.of(label) + " is one word. Say what is done with what: a verb and an object."));
    }
    return found;
  }

  static Stream<Advice> gatewaysAsk(DrawnModel m) {
    Stream<Advice> questions = m.splits("exclusiveGateway", "inclusiveGateway", "eventBasedGateway")
        .filter(gateway -> !gateway.name().strip().endsWith("?"))
        .map(gateway -> gateway.advice("name",
            "More than one way leads on from here, and no question is asked. Label it with one that ends with “?”."));
    Stream<Advice> answers = m.splits("exclusiveGateway", "inclusiveGateway").flatMap(gateway -> m.from(gateway).stream())
        .filter(flow -> flow.name().isBlank())
        .map(flow -> flow.advice("name", "This flow has no label. Say which answer to the question leads along it."));
    return Stream.concat(questions, answers);
  }
}
