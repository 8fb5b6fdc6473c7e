package io.stile.gate;

import io.stile.engine.ModelTrial;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The gate for diagrams: reads, checks with every rule, and writes anew what was checked. */
final class DiagramGate {

  private final ModelTrial trial;

  DiagramGate(ModelTrial trial) {
    this.trial = trial;
  }

  Verdict check(byte[] content, Surroundings around) {
    return check(SafeXml.read(content), around);
  }

  Verdict check(SafeXml.Reading reading, Surroundings around) {
    if (reading.document() == null) {
      return new Verdict(reading.findings(), null);
    }
    FindingList findings = new FindingList();
    findings.addAll(reading.findings());
    Document document = reading.document();
    Optional<Diagram> diagram = diagram(document, findings);
    diagram.ifPresent(found -> checkAll(found, around, findings));
    boolean harmless = findings.all().stream().noneMatch(finding -> finding.severity() == Severity.SAFETY);
    if (!harmless || diagram.isEmpty()) {
      return new Verdict(findings.all(), null);
    }
    VendorParts.forgetNamespaces(document.getDocumentElement());
    byte[] written = SafeXml.write(document);
    // Only what was found harmless comes near the engine's own parser.
    List<ModelTrial.Flaw> flaws = trial.flaws(written);
    flaws.forEach(flaw -> findings.refuse(flaw.element().isEmpty() ? diagram.get().id() : flaw.element(), "", "engine-can-run",
        "The engine cannot run this: %s".formatted(Quoted.plain(flaw.message()))));
    return new Verdict(findings.all(), flaws.isEmpty() ? written : null);
  }

  private static Optional<Diagram> diagram(Document document, FindingList findings) {
    Element root = document.getDocumentElement();
    if (!Tree.is(root, Bpmn.MODEL, "definitions")) {
      findings.refuse(Tree.idOf(root), Quoted.plain(root.getNodeName()), "only-what-cannot-run-code",
          "The file is no BPMN 2.0 diagram: its outermost element is %s of %s.".formatted(Quoted.of(root.getNodeName()), Quoted.of(root.getNamespaceURI())));
      return Optional.empty();
    }
    Optional<Diagram> diagram = Diagram.of(document);
    if (diagram.isEmpty()) {
      findings.refuse(Tree.idOf(root), "", "one-process-a-file", "The file has no process. Draw one.");
    }
    return diagram;
  }

  private static void checkAll(Diagram diagram, Surroundings around, FindingList findings) {
    QuotaRules quotas = new QuotaRules(findings);
    boolean small = quotas.check(diagram);
    if (quotas.isHuge(diagram)) {
      return;
    }
    new PartRules(findings).check(diagram);
    new ProcessRules(findings).check(diagram);
    new TimerRules(around, findings).check(diagram);
    new OwnershipRules(around, findings).check(diagram);
    new PropertyRules(around, findings).check(diagram);
    new WorkRules(around, findings).check(diagram);
    new NameRules(around, findings).check(diagram);
    new ReferenceRules(findings).check(diagram);
    if (small) {
      new LoopRules(findings).check(diagram);
      new GrowthRules(findings).check(diagram);
      findings.addAll(ModellingRules.findings(diagram.document(), findings.all()));
    }
  }
}
