package io.stile.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How files, ids and labels are named. */
final class NamingRules {

  private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z0-9]+)*");

  private NamingRules() {
  }

  static Stream<String> fileNameIsProcessId(ModelFile file) {
    DrawnModel m = file.drawn();
    long processes = ModelXml.all(m.document().getDocumentElement()).stream().filter(e -> "process".equals(e.getLocalName())).count();
    return Findings.of(processes != 1, "holds " + processes + " processes; one a file")
        .and(!file.path().equals("bpmn/" + m.id() + ".bpmn"), m.id() + ": the file is to be called " + m.id() + ".bpmn")
        .and(!KEBAB.matcher(m.id()).matches(), m.id() + ": a process id is kebab-case").stream();
  }

  /** An id is the label with words left out; a last word of its own tells two elements with one label apart. */
  static Stream<String> idFollowsLabel(DrawnModel m) {
    return m.nodes().stream().filter(n -> !n.name().isEmpty() && !isLateTimer(m, n)).filter(n -> {
      List<String> id = words(n.word());
      boolean twice = m.nodes().stream().filter(o -> o.name().equals(n.name()) && o.type().equals(n.type())).count() > 1;
      return !abbreviates(id, n.name()) && !(twice && abbreviates(id.subList(0, id.size() - 1), n.name()));
    }).map(n -> n.id() + ": does not follow its label \"" + n.name() + "\"");
  }

  static Stream<String> flowIdTellsItsWay(DrawnModel m) {
    return m.flows().stream().filter(f -> !f.id().equals(expectedFlowId(m, f)))
        .map(f -> f.id() + ": is to be called " + expectedFlowId(m, f));
  }

  static Stream<String> messagesBearTheProcessName(DrawnModel m) {
    return ModelXml.children(m.document().getDocumentElement(), "message").map(e -> e.getAttribute("name"))
        .filter(name -> !name.matches(Pattern.quote(m.id()) + "\\.[a-z]+(-[a-z]+)*"))
        .map(name -> name + ": a message is called " + m.id() + ".<what-happened>");
  }

  static boolean isLateTimer(DrawnModel m, DrawnNode node) {
    return m.steps().stream().anyMatch(s -> m.lateTimers(s).anyMatch(node::equals) && node.id().equals("BoundaryEvent_" + s.word() + "Late"));
  }

  /** Whether the words begin with the label's first one and follow its order, some left out. */
  static boolean abbreviates(List<String> words, String label) {
    List<String> of = Arrays.asList(label.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
    int at = -1;
    for (String word : words) {
      int next = of.subList(at + 1, of.size()).indexOf(word);
      if (next < 0 || at < 0 && next > 0) {
        return false;
      }
      at += next + 1;
    }
    return !words.isEmpty();
  }

  /** The words of a PascalCase name, in small letters. */
  static List<String> words(String pascal) {
    return Pattern.compile("[A-Z][a-z0-9]*").matcher(pascal).results().map(r -> r.group().toLowerCase(Locale.ROOT)).toList();
  }

  private static String expectedFlowId(DrawnModel m, DrawnFlow f) {
    String from = m.node(f.from()).map(DrawnNode::word).orElse("");
    if (f.name().isBlank()) {
      return "Flow_" + from + "To" + m.node(f.to()).map(DrawnNode::word).orElse("");
    }
    Matcher word = Pattern.compile("\\w+").matcher(f.name());
    StringBuilder answer = new StringBuilder();
    word.results().forEach(w -> answer.append(Character.toUpperCase(w.group().charAt(0))).append(w.group().substring(1)));
    return "Flow_" + from + answer;
  }
}
