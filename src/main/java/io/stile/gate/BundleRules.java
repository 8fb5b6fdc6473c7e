package io.stile.gate;

import java.util.Optional;

/**
 * Each file of a bundle lies where its own id says, and none of them takes a key that belongs to another model: whoever publishes a decision table
 * under a foreign key would decide for everybody who asks it.
 */
final class BundleRules {

  private static final String PLACE_RULE = "id-is-its-place";
  private static final String OWN_RULE = "own-names";
  /** Far more than a process has steps that ask something. */
  private static final int MOST_FILES = 100;

  private final Bundle bundle;
  private final Known known;

  BundleRules(Bundle bundle, Known known) {
    this.bundle = bundle;
    this.known = known;
  }

  /** What is wrong with where a file lies, added to what is wrong with the file. */
  Verdict with(String path, Verdict verdict) {
    FindingList findings = new FindingList();
    findings.addAll(verdict.findings());
    byte[] content = bundle.files().get(path);
    switch (Kind.ofFile(path).orElseThrow()) {
      case BPMN -> place(bundle.key(), path, Bundle.diagramOf(bundle.key()), findings);
      case DMN -> DecisionGate.id(content).ifPresent(id -> decision(id, path, findings));
      case FORM -> FormGate.id(content).ifPresent(id -> form(id, path, findings));
    }
    if (bundle.files().size() > MOST_FILES) {
      findings.refuse(bundle.key(), "", "too-many-files", "There are %,d files. A model has at most %d.".formatted(bundle.files().size(), MOST_FILES));
    }
    boolean refused = findings.size() > verdict.findings().size();
    return refused ? new Verdict(findings.all(), null) : verdict;
  }

  private void place(String id, String path, String expected, FindingList findings) {
    if (!path.equals(expected)) {
      findings.refuse(id, "id", PLACE_RULE, "The file lies at %s; by its id it is %s. Make id and file name agree.".formatted(Quoted.of(path), Quoted.of(expected)));
    }
  }

  private void form(String id, String path, FindingList findings) {
    place(id, path, Bundle.formOf(id), findings);
    if (!id.startsWith(bundle.key() + ".")) {
      findings.refuse(id, "id", OWN_RULE, "The form belongs to another process than %s. Give it the id %s. and its own name.".formatted(
          Quoted.of(bundle.key()), bundle.key()));
    }
  }

  private void decision(String id, String path, FindingList findings) {
    place(id, path, Bundle.decisionOf(id), findings);
    Optional<String> owner = owner(id);
    if (!id.equals(bundle.key()) && !id.startsWith(bundle.key() + "-") || owner.isPresent()) {
      findings.refuse(id, "id", OWN_RULE, "The key %s belongs to %s. Begin the key with the id of the process: %s-.".formatted(Quoted.of(id),
          owner.map(Quoted::of).orElse("another model"), bundle.key()));
    }
  }

  /** The other process whose decisions begin like this one: that with the longest id. */
  private Optional<String> owner(String decision) {
    for (int end = decision.length(); end > bundle.key().length(); end = decision.lastIndexOf('-', end - 1)) {
      if (known.process(decision.substring(0, end))) {
        return Optional.of(decision.substring(0, end));
      }
    }
    return Optional.empty();
  }
}
