package io.stile.gate;

import io.stile.engine.DecisionTrial;
import io.stile.engine.Feel;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Checks the file of a decision table by itself: one decision, decided by one table in FEEL, and nothing else in the file. Every cell is read as
 * the engine will read it. Whatever comes ends as a verdict, never as an exception.
 */
@Component
class DecisionGate {

  private final Feel feel;
  private final ReservedNames reserved;
  private final DecisionTrial trial;

  DecisionGate(Feel feel, ReservedNames reserved, DecisionTrial trial) {
    this.feel = feel;
    this.reserved = reserved;
    this.trial = trial;
  }

  /** What is wrong with a decision table, and the file as it may be published. */
  Verdict check(byte[] content) {
    SafeXml.Reading reading = SafeXml.read(content);
    FindingList findings = new FindingList();
    findings.addAll(reading.findings());
    if (reading.document() == null) {
      return new Verdict(findings.all(), null);
    }
    Element root = reading.document().getDocumentElement();
    DecisionWalk walk = new DecisionWalk(findings);
    walk.check(root);
    if (Tree.is(root, DecisionParts.DMN, "definitions")) {
      decision(root, walk, findings);
    }
    Verdict verdict = new Verdict(findings.all(), null);
    if (!verdict.accepted()) {
      return verdict;
    }
    byte[] written = SafeXml.write(reading.document());
    // Only what was found harmless comes near the engine's own reader.
    Optional<String> flaw = trial.flaw(written);
    flaw.ifPresent(what -> findings.refuse(Tree.idOf(root), "", "engine-can-run", "The engine cannot run this: %s".formatted(Quoted.plain(what))));
    return new Verdict(findings.all(), flaw.isEmpty() ? written : null);
  }

  private void decision(Element root, DecisionWalk walk, FindingList findings) {
    List<Element> decisions = Tree.children(root, DecisionParts.DMN, "decision").toList();
    if (decisions.size() != 1) {
      findings.refuse(Tree.idOf(root), "", "dmn-one-decision",
          "The file has %d decisions. Put each into a file of its own.".formatted(decisions.size()));
    }
    FeelBudget budget = FeelBudget.ofTable(feel);
    // More of them are not looked into: one is what a file can have.
    decisions.stream().limit(2).forEach(decision -> new DecisionTableRules(budget, reserved, findings, root, decision).check());
    new DecisionDrawing(findings, walk.ids()).check(root);
  }

  /** The key of the one decision in a file, empty if it cannot be read. */
  static Optional<String> id(byte[] content) {
    return Optional.ofNullable(SafeXml.read(content).document()).map(document -> document.getDocumentElement())
        .flatMap(root -> Tree.children(root, DecisionParts.DMN, "decision").findFirst())
        .map(decision -> decision.getAttribute("id")).filter(id -> !id.isBlank());
  }
}
