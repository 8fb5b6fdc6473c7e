package io.stile.studio.web;

import io.stile.gate.Bundle;
import io.stile.gate.BundleVerdict;
import io.stile.gate.Kind;
import io.stile.gate.Severity;
import io.stile.studio.Differences;
import io.stile.studio.NamedFinding;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A finding with the file that it is about.
 *
 * @param file what people call the file
 * @param href the place where it is mended, from the root
 */
record FindingLine(NamedFinding finding, String file, String href) {

  /** All findings of a verdict, what could do harm first. */
  static List<FindingLine> of(Bundle bundle, BundleVerdict verdict) {
    return verdict.files().entrySet().stream()
        .flatMap(file -> NamedFinding.of(bundle, file.getKey(), file.getValue().findings()).stream()
            .map(finding -> new FindingLine(finding, title(file.getKey()), href(bundle.key(), file.getKey(), finding))))
        .sorted((one, other) -> one.finding().severity().compareTo(other.finding().severity())).toList();
  }

  private static String title(String path) {
    return Kind.ofFile(path).map(kind -> Differences.title(kind, path)).orElse(path);
  }

  private static String href(String model, String path, NamedFinding finding) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(FileLine.editor(model, path)).queryParam("element", "{element}");
    if (!finding.place().isEmpty()) {
      address.queryParam("place", "{place}");
    }
    return address.encode().buildAndExpand(Map.of("element", finding.element(), "place", finding.place())).toUriString();
  }

  /** Whether it could do harm or could not run. */
  public boolean isSafety() {
    return finding.severity() == Severity.SAFETY;
  }
}
