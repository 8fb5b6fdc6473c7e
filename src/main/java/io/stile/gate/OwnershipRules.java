package io.stile.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A model keeps to what is its own: its key, its messages and signals. Otherwise it could start or stop what belongs to somebody else, or be
 * started by it. And it starts only when somebody opens a request: work that began by itself would have no owner.
 */
final class OwnershipRules {

  private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,200}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Set<String> NEEDS_NAME = Set.of("messageEventDefinition", "signalEventDefinition");

  private final Surroundings around;
  private final FindingList findings;

  OwnershipRules(Surroundings around, FindingList findings) {
    this.around = around;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    checkKey(diagram);
    List.of("message", "signal").forEach(kind -> diagram.all(kind).forEach(named -> checkName(diagram, kind, named)));
    diagram.all("error").forEach(error -> checkCode(error, "errorCode"));
    diagram.all("escalation").forEach(escalation -> checkCode(escalation, "escalationCode"));
    diagram.all().stream().filter(element -> NEEDS_NAME.contains(element.getLocalName())).forEach(event -> checkReference(diagram, event));
    diagram.all("receiveTask").forEach(task -> checkReference(diagram, task));
    checkStarts(diagram);
    diagram.all().stream().filter(element -> element.hasAttribute("instantiate")).filter(element -> element.getAttribute("instantiate").equals("true"))
        .forEach(element -> findings.refuse(Tree.idOf(element), "instantiate", "starts-when-opened",
            "This would start the process by itself. Begin with a plain start event: a request is opened by somebody."));
  }

  /** A model that exists changes hands by its owner's or an administrator's doing, not by a file that takes its key. */
  private void checkKey(Diagram diagram) {
    String key = diagram.id();
    if (around.bundle() != null && !around.bundle().key().equals(key)) {
      findings.refuse(Tree.idOf(diagram.process()), "id", "own-names", "The id of the process is %s; it is published as %s. Leave the id as it is."
          .formatted(Quoted.of(key), Quoted.of(around.bundle().key())));
    }
    Optional<String> accountable = around.known().accountable(key);
    String named = Diagram.properties(diagram.process()).getOrDefault("processOwner", "");
    if (around.alone() && accountable.isPresent() && !accountable.get().equals(named)) {
      findings.refuse(Tree.idOf(diagram.process()), "processOwner", "own-names",
          "A process %s exists already, and %s is accountable for it. Give yours another id.".formatted(Quoted.of(key), accountable.get()));
    }
  }

  private void checkName(Diagram diagram, String kind, Element named) {
    String name = named.getAttribute("name");
    if (!NAME.matcher(name).matches() || !name.startsWith(diagram.id() + ".") && !around.words().shared().contains(name)) {
      findings.refuse(Tree.idOf(named), "name", "own-names", "The %s is called %s. Name it after this process and what has happened, like “%s.withdrawn”."
          .formatted(kind, Quoted.of(name), Quoted.plain(diagram.id())));
    }
  }

  private void checkCode(Element named, String attribute) {
    if (!CODE.matcher(named.getAttribute(attribute)).matches()) {
      findings.refuse(Tree.idOf(named), attribute, "own-names", "%s is %s. Write a word of letters, digits and hyphens: promise-at-risk."
          .formatted(attribute, Quoted.of(named.getAttribute(attribute))));
    }
  }

  private void checkReference(Diagram diagram, Element event) {
    String kind = event.getLocalName().startsWith("signal") ? "signal" : "message";
    Element named = diagram.byId().get(event.getAttribute(kind + "Ref"));
    if (named == null || !Tree.is(named, Bpmn.MODEL, kind)) {
      findings.refuse(Tree.idOf(event), kind + "Ref", "references-exist", "There is no %s %s in the file. Choose or make one."
          .formatted(kind, Quoted.of(event.getAttribute(kind + "Ref"))));
    }
  }

  private void checkStarts(Diagram diagram) {
    List<Element> starts = Tree.children(diagram.process(), Bpmn.MODEL, "startEvent").toList();
    if (starts.size() != 1) {
      findings.refuse(Tree.idOf(diagram.process()), "startEvent", "starts-when-opened",
          "The process has %d start events. Draw one: there is one way to open a request.".formatted(starts.size()));
    }
    starts.forEach(start -> Diagram.definition(start).ifPresent(definition -> findings.refuse(Tree.idOf(start), definition.getLocalName(),
        "starts-when-opened", "The process would start by itself, and nobody would own the request. Draw a plain start event; only an administrator"
            + " can have something begin without a person, with a program that opens requests.")));
  }
}
