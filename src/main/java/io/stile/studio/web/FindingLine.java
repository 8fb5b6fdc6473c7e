package io.stile.studio.web;

import io.stile.gate.BundleVerdict;
import io.stile.gate.Finding;
import io.stile.gate.Severity;
import java.util.List;

/**
 * A finding with the file that it is about.
 *
 * @param file what people call the file
 * @param href where it is mended, from the root
 */
record FindingLine(Finding finding, String file, String href) {

  /** All findings of a verdict, what could do harm first. */
  static List<FindingLine> of(String model, BundleVerdict verdict) {
    return verdict.files().entrySet().stream().flatMap(file -> file.getValue().findings().stream()
            .map(finding -> new FindingLine(finding, file.getKey(), FileLine.editor(model, file.getKey()))))
        .sorted((one, other) -> one.finding().severity().compareTo(other.finding().severity())).toList();
  }

  /** Whether it could do harm or could not run. */
  public boolean isSafety() {
    return finding.severity() == Severity.SAFETY;
  }
}
