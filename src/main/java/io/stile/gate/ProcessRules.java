package io.stile.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The file holds one process that can run, everything in it has an id of its own, and no name is longer than what the engine can keep. */
final class ProcessRules {

  /** File name, address, folder of the forms and prefix of messages: small letters, digits and hyphens. */
  static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  static final int LONGEST_KEY = 60;
  /** Addresses of the studio that no model can have. */
  private static final Set<String> TAKEN = Set.of("new", "import", "audit");
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final int LONGEST_ID = 120;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TEXT = 4_000;
  private static final Pattern DAYS = Pattern.compile("P[1-9]\\d{0,3}D");
  private static final int MOST_DAYS = 3_650;
  private static final Set<String> TRUE_OR_FALSE = Set.of("isExecutable", "cancelActivity", "isInterrupting", "triggeredByEvent", "asyncBefore",
      "asyncAfter", "isSequential");
  private static final String CAN_RUN = "process-can-run";
  private static final String LENGTH = "length";

  private final FindingList findings;

  ProcessRules(FindingList findings) {
    this.findings = findings;
  }

  /** Whether there is anything to look at further. */
  void check(Diagram diagram) {
    oneProcess(diagram);
    checkIds(diagram);
    diagram.all().forEach(this::checkLengths);
    diagram.all().forEach(this::checkSwitches);
  }

  private void oneProcess(Diagram diagram) {
    List<Element> processes = diagram.all("process").toList();
    processes.stream().skip(1).forEach(more -> findings.refuse(Tree.idOf(more), "", "one-process-a-file",
        "The file has %d processes. Keep each in a file of its own.".formatted(processes.size())));
    Element process = diagram.process();
    String id = diagram.id();
    if (!KEY.matcher(id).matches() || id.length() > LONGEST_KEY || TAKEN.contains(id)) {
      findings.refuse(Tree.idOf(process), "id", CAN_RUN,
          "The id of the process is %s. Use at most %d small letters, digits and hyphens: phone-swap.".formatted(Quoted.of(id), LONGEST_KEY));
    }
    if (!"true".equals(process.getAttribute("isExecutable"))) {
      findings.refuse(Tree.idOf(process), "isExecutable", CAN_RUN, "The process is not marked as executable, so it would never run. Set isExecutable to true.");
    }
    if (process.getAttribute("name").isBlank()) {
      findings.refuse(Tree.idOf(process), "name", CAN_RUN, "The process has no name. Name it as people call it: Phone swap.");
    }
    checkHistory(process);
    diagram.all("participant").filter(pool -> pool.hasAttribute("processRef") && !pool.getAttribute("processRef").equals(id))
        .forEach(pool -> findings.refuse(Tree.idOf(pool), "processRef", CAN_RUN,
            "The pool refers to the process %s, which is not in the file.".formatted(Quoted.of(pool.getAttribute("processRef")))));
  }

  private void checkHistory(Element process) {
    String days = Diagram.camunda(process, "historyTimeToLive");
    if (!DAYS.matcher(days).matches() || Integer.parseInt(days.substring(1, days.length() - 1)) > MOST_DAYS) {
      findings.refuse(Tree.idOf(process), "historyTimeToLive", CAN_RUN,
          "historyTimeToLive is %s. Say in days how long the engine keeps what ended, from P1D to P%dD: P180D.".formatted(Quoted.of(days), MOST_DAYS));
    }
  }

  private void checkIds(Diagram diagram) {
    Set<String> seen = new HashSet<>();
    for (Element element : diagram.all()) {
      if (!element.hasAttribute("id") || Bpmn.CAMUNDA.equals(element.getNamespaceURI())) {
        continue;
      }
      String id = element.getAttribute("id");
      if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
        findings.refuse(Tree.idOf(element), "id", "ids", "The id %s may not be used. Use at most %d letters, digits, underscores, dots and hyphens."
            .formatted(Quoted.of(id), LONGEST_ID));
      } else if (!seen.add(id)) {
        findings.refuse(id, "id", "ids", "The id stands twice. Give the second %s another one.".formatted(Quoted.plain(element.getLocalName())));
      }
    }
  }

  private void checkLengths(Element element) {
    Tree.attributes(element).forEach(attribute -> {
      boolean property = attribute.getLocalName().equals("value") && element.getLocalName().equals("property");
      int longest = property ? LONGEST_TEXT : LONGEST_NAME;
      PlainText.flaw(attribute.getValue(), longest, true)
          .ifPresent(flaw -> findings.refuse(Tree.idOf(element), attribute.getLocalName(), LENGTH, "The text " + flaw));
    });
    String text = Tree.text(element);
    int longest = element.getLocalName().equals("documentation") || element.getLocalName().equals("text") ? LONGEST_TEXT : LONGEST_NAME * 2;
    if (!text.isBlank()) {
      PlainText.flaw(text.strip(), longest, true).ifPresent(flaw -> findings.refuse(Tree.idOf(element), element.getLocalName(), LENGTH, "The text " + flaw));
    }
  }

  private void checkSwitches(Element element) {
    Tree.attributes(element).stream().filter(attribute -> TRUE_OR_FALSE.contains(attribute.getLocalName()))
        .filter(attribute -> !attribute.getValue().equals("true") && !attribute.getValue().equals("false"))
        .forEach(attribute -> findings.refuse(Tree.idOf(element), attribute.getLocalName(), CAN_RUN,
            "%s is %s. Write true or false.".formatted(attribute.getLocalName(), Quoted.of(attribute.getValue()))));
  }
}
