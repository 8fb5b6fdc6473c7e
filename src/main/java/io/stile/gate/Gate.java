package io.stile.gate;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Checks whatever is to be published, from wherever it comes, and writes it anew. */
@Service
public class Gate {

  private final DecisionGate decisions;
  private final FormGate forms;

  Gate(DecisionGate decisions, FormGate forms) {
    this.decisions = decisions;
    this.forms = forms;
  }

  /** Checks one file by itself: what it says of other files is not known. */
  public Verdict check(Kind kind, byte[] content) {
    return switch (kind) {
      case BPMN -> new Verdict(List.of(), content);
      case DMN -> decisions.check(content);
      case FORM -> forms.check(content);
    };
  }

  /** Checks files together. */
  public BundleVerdict check(Bundle bundle) {
    SortedMap<String, Verdict> verdicts = new TreeMap<>();
    bundle.files().forEach((path, content) -> verdicts.put(path, check(Kind.ofFile(path).orElseThrow(), content)));
    return new BundleVerdict(bundle.key(), verdicts);
  }
}
