package io.stile.gate;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a file, up to a number that a person can still go through. */
final class FindingList {

  private static final int MOST = 200;

  private final List<Finding> findings = new ArrayList<>();
  private int leftOut;

  /** What could do harm or could not run. */
  void refuse(String element, String place, String rule, String message) {
    add(new Finding(Quoted.plain(element), place, rule, Severity.SAFETY, message));
  }

  /** What runs, but is not good. */
  void advise(String element, String place, String rule, String message) {
    add(new Finding(Quoted.plain(element), place, rule, Severity.MODELLING, message));
  }

  void addAll(List<Finding> found) {
    found.forEach(this::add);
  }

  private void add(Finding finding) {
    if (findings.size() < MOST) {
      findings.add(finding);
    } else {
      leftOut++;
    }
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }

  int size() {
    return findings.size() + leftOut;
  }

  /** All of them, in the order in which they were found; the last one says how many are not listed. */
  List<Finding> all() {
    if (leftOut == 0) {
      return List.copyOf(findings);
    }
    List<Finding> all = new ArrayList<>(findings);
    all.add(new Finding(SafeXml.WHOLE, "", "too-many-findings", Severity.SAFETY,
        leftOut + " more findings are not listed. Put these right first, then check again."));
    return List.copyOf(all);
  }
}
