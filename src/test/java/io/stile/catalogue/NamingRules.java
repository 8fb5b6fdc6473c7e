package io.stile.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How files, ids and labels are named. */
final class NamingRules {

  private static final Map<String, String> PREFIXES = Map.ofEntries(Map.entry("startEvent", "StartEvent"),
      Map.entry("endEvent", "EndEvent"), Map.entry("intermediateCatchEvent", "CatchEvent"),
      Map.entry("intermediateThrowEvent", "ThrowEvent"), Map.entry("boundaryEvent", "BoundaryEvent"),
      Map.entry("userTask", "UserTask"), Map.entry("serviceTask", "ServiceTask"), Map.entry("receiveTask", "ReceiveTask"),
      Map.entry("businessRuleTask", "BusinessRuleTask"), Map.entry("callActivity", "CallActivity"),
      Map.entry("subProcess", "SubProcess"), Map.entry("exclusiveGateway", "Gateway"),
      Map.entry("parallelGateway", "Gateway"), Map.entry("inclusiveGateway", "Gateway"),
      Map.entry("eventBasedGateway", "Gateway"));
  private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z0-9]+)*");
  private static final Pattern PASCAL = Pattern.compile("([A-Z][a-z0-9]*)+");
  private static final Pattern GENERATED = Pattern.compile(".*_(?=[a-z0-9]*[0-9])[a-z0-9]{6,8}(_di)?");

  private NamingRules() {
  }

  static Stream<String> fileNameIsProcessId(DrawnModel m) {
    long processes = ModelXml.all(m.document().getDocumentElement()).stream().filter(e -> "process".equals(e.getLocalName())).count();
    return Findings.of(processes != 1, "holds " + processes + " processes; one a file")
        .and(!m.path().equals("bpmn/" + m.id() + ".bpmn"), m.id() + ": the file is to be called " + m.id() + ".bpmn")
        .and(!KEBAB.matcher(m.id()).matches(), m.id() + ": a process id is kebab-case").stream();
  }

  static Stream<String> noGeneratedId(DrawnModel m) {
    return ModelXml.all(m.document().getDocumentElement()).stream().map(e -> e.getAttribute("id"))
        .filter(id -> GENERATED.matcher(id).matches()).map(id -> id + ": looks generated; name it after its label");
  }

  static Stream<String> idBearsType(DrawnModel m) {
    return m.nodes().stream().filter(n -> !n.id().matches(PREFIXES.getOrDefault(n.type(), "a known type") + "_" + PASCAL))
        .map(n -> n.id() + ": a " + n.type() + " has the id " + PREFIXES.get(n.type()) + "_ and its label in PascalCase");
  }

  /** An id is the label with words left out; a last word of its own tells two elements with one label apart. */
  static Stream<String> idFollowsLabel(DrawnModel m) {
    return m.nodes().stream().filter(n -> !n.name().isEmpty() && !isLateTimer(m, n)).filter(n -> {
      List<String> id = words(n.word());
      boolean twice = m.nodes().stream().filter(o -> o.name().equals(n.name()) && o.type().equals(n.type())).count() > 1;
      return !abbreviates(id, n.name()) && !(twice && abbreviates(id.subList(0, id.size() - 1), n.name()));
    }).map(n -> n.id() + ": does not follow its label \"" + n.name() + "\"");
  }

  static Stream<String> everythingIsLabelled(DrawnModel m) {
    Stream<String> nodes = m.nodes().stream().filter(n -> !n.type().endsWith("Gateway") && n.name().isBlank())
        .map(n -> n.id() + ": has no label");
    Stream<String> sentence = m.nodes().stream().filter(n -> !n.name().isEmpty() && !Character.isUpperCase(n.name().charAt(0)))
        .map(n -> n.id() + ": the label \"" + n.name() + "\" begins with a small letter");
    Stream<String> tasks = m.nodes().stream().filter(n -> n.type().endsWith("Task") && n.name().strip().split("\\s+").length < 2)
        .map(n -> n.id() + ": a task is verb and object, \"" + n.name() + "\" is one word");
    return Stream.of(nodes, sentence, tasks).flatMap(s -> s);
  }

  static Stream<String> gatewaysAsk(DrawnModel m) {
    Stream<String> questions = Stream.of("exclusiveGateway", "inclusiveGateway", "eventBasedGateway").flatMap(m::splits)
        .filter(g -> !g.name().endsWith("?")).map(g -> g.id() + ": a gateway that splits asks a question");
    Stream<String> answers = Stream.of("exclusiveGateway", "inclusiveGateway").flatMap(m::splits).flatMap(g -> m.from(g).stream())
        .filter(f -> f.name().isBlank()).map(f -> f.id() + ": is an answer and has no name");
    return Stream.concat(questions, answers);
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
    return m.steps().stream().anyMatch(s -> m.lateTimer(s).filter(node::equals).isPresent());
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
