package io.stile.catalogue;

import static io.stile.catalogue.Vocabulary.DEPARTMENTS;
import static io.stile.catalogue.Vocabulary.ROLES;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a department step is, and what happens when it is late. */
final class StepRules {

  private StepRules() {
  }

  static Stream<String> stepIsComplete(DrawnModel m) {
    return m.steps().stream().flatMap(s -> Findings
        .of(!DEPARTMENTS.contains(s.camunda("candidateGroups")) && !ROLES.contains(s.camunda("candidateGroups")),
            s.id() + ": candidateGroups \"" + s.camunda("candidateGroups") + "\" is no department and no role word")
        .and(!hasTarget(m, s), s.id() + ": sla \"" + s.property("sla") + "\" is neither PT4H nor P2D")
        .and(!s.property("warnAt").matches("[1-9]\\d?"), s.id() + ": warnAt \"" + s.property("warnAt") + "\" is no percentage from 1 to 99")
        .and(s.property("customerText").isBlank(), s.id() + ": has no customerText")
        .and(s.documentation().isBlank(), s.id() + ": its documentation does not say what to do").stream());
  }

  /** A protocol may name an instant that a person gave ({@code due}) instead of a target. */
  private static boolean hasTarget(DrawnModel m, DrawnNode s) {
    return m.isProtocol() && s.property("sla").isEmpty() ? Vocabulary.INSTANTS.contains(s.property("due"))
        : s.property("sla").matches(Vocabulary.TARGET) && s.property("due").isEmpty();
  }

  static Stream<String> startTellsWhatToAsk(DrawnModel m) {
    if (m.isProtocol()) {
      return Stream.empty();
    }
    return m.nodes("startEvent").filter(s -> s.parent().isEmpty()).flatMap(s -> Findings
        .of(!s.camunda("formRef").equals(m.id() + ".start"), s.id() + ": the start form is " + m.id() + ".start")
        .and(s.documentation().isBlank(), s.id() + ": its documentation is the guide for the call, and is empty").stream());
  }

  /** Every start and step with a form has it in its folder, bound to the deployment; every form has a step. */
  static List<String> stepHasItsForm(ModelFolder folder) {
    Stream<String> steps = folder.models().stream().flatMap(m -> m.nodes().stream()
        .filter(n -> n.type().equals("userTask") || !n.camunda("formRef").isEmpty())
        .flatMap(n -> formOf(folder, m, n).map(f -> m.path() + ": " + f)));
    Stream<String> unused = folder.forms().stream().filter(f -> folder.model(f.process()).stream()
        .flatMap(m -> m.nodes().stream()).noneMatch(n -> n.camunda("formRef").equals(f.id()))).map(f -> f.path() + ": no step uses it");
    return Stream.concat(steps, unused).toList();
  }

  private static Stream<String> formOf(ModelFolder folder, DrawnModel m, DrawnNode n) {
    String ref = n.camunda("formRef");
    List<String> words = List.of(ref.substring(ref.indexOf('.') + 1).split("-"));
    boolean named = n.type().equals("startEvent") || NamingRules.abbreviates(words, String.join(" ", NamingRules.words(n.word())));
    return Findings.of(folder.formsOf(m.id()).stream().noneMatch(f -> f.id().equals(ref)), n.id() + ": no form \"" + ref + "\" in forms/" + m.id())
        .and(!"deployment".equals(n.camunda("formRefBinding")), n.id() + ": formRefBinding is deployment, so that a request keeps its form")
        .and(!named, n.id() + ": the form \"" + ref + "\" is not named after the step").stream();
  }

  static Stream<String> stepHasALateTimer(DrawnModel m) {
    return m.steps().stream().flatMap(s -> {
      Optional<DrawnNode> timer = m.lateTimer(s);
      return Findings.of(timer.isEmpty(), s.id() + ": has no late timer BoundaryEvent_" + s.word() + "Late")
          .and(timer.isPresent() && !timer.get().date().equals("${stepDue}"), s.id() + ": its late timer's date is to be ${stepDue}")
          .and(timer.isPresent() && !timer.get().attribute("cancelActivity").equals("false"), s.id() + ": its late timer must not interrupt")
          .stream();
    });
  }

  /** A request type's late timers lead to Escalate; a protocol draws its own next rung. */
  static Stream<String> lateLeadsToEscalate(DrawnModel m) {
    if (m.isProtocol()) {
      return m.nodes("callActivity").map(c -> c.id() + ": a protocol draws its own next rung and calls nothing");
    }
    return m.steps().stream().flatMap(s -> m.lateTimer(s).stream()).filter(t -> m.from(t).stream()
        .noneMatch(f -> m.node(f.to()).filter(StepRules::isEscalate).isPresent())).map(t -> t.id() + ": does not lead to Escalate");
  }

  static Stream<String> escalateCanPutPromiseAtRisk(DrawnModel m) {
    return m.nodes().stream().filter(StepRules::isEscalate).filter(c -> m.boundary(c)
        .filter(b -> b.attribute("cancelActivity").equals("false") && escalationCode(m, b).equals("promise-at-risk"))
        .flatMap(b -> m.from(b).stream()).flatMap(f -> m.node(f.to()).stream())
        .noneMatch(t -> t.property("action").equals("ask-owner-to-renew")))
        .map(c -> c.id() + ": has no non-interrupting promise-at-risk event that leads to the action ask-owner-to-renew");
  }

  static Stream<String> callPassesBusinessKey(DrawnModel m) {
    return m.nodes("callActivity").flatMap(c -> {
      List<Element> in = ModelXml.all(c.element()).stream().filter(e -> "in".equals(e.getLocalName())).toList();
      boolean key = in.stream().anyMatch(e -> e.getAttribute("businessKey").equals("#{execution.processBusinessKey}"));
      boolean late = in.stream().anyMatch(e -> e.getAttribute("source").equals("lateTask") && e.getAttribute("target").equals("lateTask"));
      return Findings.of(!key, c.id() + ": does not pass the business key")
          .and(isEscalate(c) && !late, c.id() + ": does not pass lateTask")
          .and(!Vocabulary.CALLED_PROTOCOLS.contains(c.attribute("calledElement")),
              c.id() + ": \"" + c.attribute("calledElement") + "\" is no protocol that a model calls")
          .and(!c.camunda("calledElementBinding").equals("latest"), c.id() + ": calledElementBinding of a protocol is latest").stream();
    });
  }

  static Stream<String> cancelActivityIsWrittenOut(DrawnModel m) {
    Stream<String> boundary = m.nodes("boundaryEvent").filter(b -> b.attribute("cancelActivity").isEmpty())
        .map(b -> b.id() + ": cancelActivity is not written out");
    Stream<String> starts = m.nodes("startEvent").filter(s -> s.parent().isPresent() && s.attribute("isInterrupting").isEmpty())
        .map(s -> s.id() + ": isInterrupting is not written out");
    return Stream.concat(boundary, starts);
  }

  private static boolean isEscalate(DrawnNode node) {
    return node.attribute("calledElement").equals("escalation");
  }

  private static String escalationCode(DrawnModel m, DrawnNode event) {
    String ref = event.definition("escalation").map(d -> d.getAttribute("escalationRef")).orElse("");
    return ModelXml.children(m.document().getDocumentElement(), "escalation").filter(e -> e.getAttribute("id").equals(ref))
        .map(e -> e.getAttribute("escalationCode")).findFirst().orElse("");
  }
}
