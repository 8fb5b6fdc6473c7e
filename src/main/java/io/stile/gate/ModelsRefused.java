package io.stile.gate;

import java.util.List;
import java.util.stream.Collectors;

/** Files that come with the program, or are published by a program, were not let through; the message lists all that is wrong with them. */
public class ModelsRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  ModelsRefused(BundleVerdict verdict) {
    super(message(verdict));
    this.findings = verdict.findings();
  }

  private static String message(BundleVerdict verdict) {
    return "The models of '" + verdict.key() + "' were not let through:" + verdict.files().entrySet().stream()
        .flatMap(file -> file.getValue().findings().stream().filter(finding -> finding.severity() == Severity.SAFETY)
            .map(finding -> "%n  %s, %s%s: %s (%s)".formatted(file.getKey(), finding.element(), finding.place().isEmpty() ? "" : ", " + finding.place(),
                finding.message(), finding.rule()))).collect(Collectors.joining());
  }

  public List<Finding> findings() {
    return findings;
  }
}
