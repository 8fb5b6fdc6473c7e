package io.stile.gate;

import io.stile.engine.ModelTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/**
 * Checks whatever is to be published, from wherever it comes, and writes it anew. Whatever comes ends as a verdict, never as an exception, in time and
 * memory that its size bounds.
 */
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

  /** Checks the files of a model that comes with the program. Departments and employees do not matter: the company may be set up later. */
  public BundleVerdict checkShipped(Bundle bundle) {
    return check(bundle, false);
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
    return new Imported(cleaned, List.copyOf(dropped), check(Kind.BPMN, cleaned).findings());
  }

  private Surroundings around(Bundle bundle, boolean company) {
    return new Surroundings(words, new KnownOnce(known), reserved, bundle, company);
  }

  private BundleVerdict check(Bundle bundle, boolean company) {
    Surroundings around = around(bundle, company);
    Map<String, Finding> misplaced = BundleRules.misplaced(bundle, around.known());
    SortedMap<String, Verdict> verdicts = new TreeMap<>();
    bundle.files().forEach((path, content) -> verdicts.put(path, with(misplaced.get(path),
        Kind.ofFile(path).map(kind -> check(kind, content, around)).orElse(new Verdict(List.of(), null)))));
    return new BundleVerdict(bundle.key(), verdicts);
  }

  private static Verdict with(Finding first, Verdict verdict) {
    if (first == null) {
      return verdict;
    }
    List<Finding> all = new ArrayList<>(List.of(first));
    all.addAll(verdict.findings());
    return new Verdict(List.copyOf(all), null);
  }

  private Verdict check(Kind kind, byte[] content, Surroundings around) {
    return switch (kind) {
      case BPMN -> diagrams.check(content, around);
      case DMN -> decisions.check(content);
      case FORM -> forms.check(content);
    };
  }
}
