package io.stile.gate;

import io.stile.engine.ModelTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Checks whatever is to be published, from wherever it comes, and writes it anew. */
@Service
public class Gate {

  private final DiagramGate diagrams;
  private final DecisionGate decisions;
  private final FormGate forms;
  private final Vocabulary words;
  private final ReservedNames reserved;
  private final Known known;

  Gate(ModelTrial trial, DecisionGate decisions, FormGate forms, Vocabulary words, ReservedNames reserved, Known known) {
    this.diagrams = new DiagramGate(trial);
    this.decisions = decisions;
    this.forms = forms;
    this.words = words;
    this.reserved = reserved;
    this.known = known;
  }

  /** Checks one file by itself. What it says of other files is compared with those that were published last, if there are any. */
  public Verdict check(Kind kind, byte[] content) {
    return check(kind, content, around(null, true));
  }

  /** Checks files together. */
  public BundleVerdict check(Bundle bundle) {
    return check(bundle, true);
  }

  /**
   * Lets the files pass that come with the program. Departments and employees do not matter: the company may be set up later.
   *
   * @return the files as they may be published
   * @throws ModelsRefused with all findings if one of them is not accepted
   */
  public Bundle pass(Bundle shipped) {
    BundleVerdict verdict = check(shipped, false);
    if (!verdict.accepted()) {
      throw new ModelsRefused(verdict);
    }
    return verdict.checked();
  }

  /** Checks a diagram that comes from another tool, and takes out of it what that tool wrote for itself. */
  public Imported importing(byte[] content) {
    SafeXml.Reading reading = SafeXml.readDropping(content);
    if (reading.document() == null) {
      return new Imported(null, reading.dropped(), reading.findings());
    }
    List<String> dropped = new ArrayList<>(reading.dropped());
    dropped.addAll(VendorParts.dropFrom(reading.document().getDocumentElement()));
    byte[] cleaned = SafeXml.write(reading.document());
    Verdict verdict = diagrams.check(cleaned, around(null, true));
    return new Imported(cleaned, List.copyOf(dropped), verdict.findings());
  }

  private Surroundings around(Bundle bundle, boolean company) {
    return new Surroundings(words, new KnownOnce(known), reserved, bundle, company);
  }

  private BundleVerdict check(Bundle bundle, boolean company) {
    Surroundings around = around(bundle, company);
    SortedMap<String, Verdict> verdicts = new TreeMap<>();
    BundleRules rules = new BundleRules(bundle, around.known());
    bundle.files().forEach((path, content) -> verdicts.put(path, rules.with(path, check(Kind.ofFile(path).orElseThrow(), content, around))));
    return new BundleVerdict(bundle.key(), verdicts);
  }

  private Verdict check(Kind kind, byte[] content, Surroundings around) {
    return switch (kind) {
      case BPMN -> diagrams.check(content, around);
      case DMN -> decisions.check(content);
      case FORM -> forms.check(content);
    };
  }
}
