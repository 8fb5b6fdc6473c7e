package io.stile.gate;

import java.util.List;

/**
 * What the gate says of one file.
 *
 * @param findings all that is wrong with it, in the order of the file
 * @param checked  the file as it may be published: written anew from what was checked, never the bytes that came; null if not accepted
 */
public record Verdict(List<Finding> findings, byte[] checked) {

  /** Whether it can do no harm and can run. Rules of good modelling do not matter here. */
  public boolean accepted() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.SAFETY);
  }

  /** Whether it may be published: nothing at all is wrong with it. */
  public boolean publishable() {
    return findings.isEmpty();
  }
}
