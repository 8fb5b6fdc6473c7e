package io.stile.gate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is published together lies where it belongs: one diagram with the key of the bundle, tables and forms whose ids begin with it. So nobody can
 * publish a table or a form of somebody else beside his own.
 */
final class BundleRules {

  private static final int MOST_FILES = 100;
  private static final Pattern STEP = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String RULE = "file-has-its-place";

  private BundleRules() {}

  /** By path, what is wrong with the place of a file; files in their place are missing. */
  static Map<String, Finding> misplaced(Bundle bundle, Known known) {
    Map<String, Finding> misplaced = new TreeMap<>();
    bundle.files().forEach((path, content) -> wrong(bundle, known, path, content)
        .ifPresent(message -> misplaced.put(path, new Finding(Quoted.plain(path), "", RULE, Severity.SAFETY, message))));
    if (bundle.files().size() > MOST_FILES) {
      misplaced.put(bundle.files().firstKey(), new Finding(Quoted.plain(bundle.key()), "", "quotas", Severity.SAFETY,
          "The model has %,d files; at most %d are published together. Split it in two.".formatted(bundle.files().size(), MOST_FILES)));
    }
    return misplaced;
  }

  private static Optional<String> wrong(Bundle bundle, Known known, String path, byte[] content) {
    String key = bundle.key();
    Optional<Kind> kind = Kind.ofFile(path);
    if (kind.isEmpty()) {
      return Optional.of("The file %s is no diagram, no table and no form. Its name ends with .bpmn, .dmn or .form.".formatted(Quoted.of(path)));
    }
    return switch (kind.get()) {
      case BPMN -> require(path.equals(Bundle.diagramOf(key)), "The diagram is %s. That of this model is %s.", path, Bundle.diagramOf(key));
      case DMN -> decision(bundle, known, path, content);
      case FORM -> form(key, path, content);
    };
  }

  private static Optional<String> decision(Bundle bundle, Known known, String path, byte[] content) {
    String name = path.startsWith("bpmn/") ? path.substring("bpmn/".length(), path.length() - Kind.DMN.suffix().length()) : "";
    boolean alone = bundle.paths(Kind.BPMN).isEmpty();
    boolean own = alone ? name.equals(bundle.key()) : name.startsWith(bundle.key() + "-");
    if (!own || !ProcessRules.KEY.matcher(name).matches()) {
      return Optional.of("The table is %s. One of this model is bpmn/%s.dmn.".formatted(Quoted.of(path), alone ? bundle.key() : bundle.key() + "-…"));
    }
    Optional<String> owner = ownerOf(name, bundle.key(), known);
    if (owner.isPresent()) {
      return Optional.of("The table %s belongs to the process %s, whose name it begins with. Give it another name.".formatted(Quoted.of(name), owner.get()));
    }
    return DecisionGate.id(content).filter(id -> !id.equals(name))
        .map(id -> "The id of the decision is %s. In this file it is %s.".formatted(Quoted.of(id), name));
  }

  /** Another process whose id is longer than the key, and which the table is therefore rather named after. */
  private static Optional<String> ownerOf(String decision, String key, Known known) {
    for (int end = decision.length(); end > key.length(); end = decision.lastIndexOf('-', end - 1)) {
      if (known.process(decision.substring(0, end))) {
        return Optional.of(decision.substring(0, end));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> form(String key, String path, byte[] content) {
    String folder = "forms/" + key + "/";
    String step = path.startsWith(folder) ? path.substring(folder.length(), path.length() - Kind.FORM.suffix().length()) : "";
    if (!STEP.matcher(step).matches()) {
      return Optional.of("The form is %s. One of this model is %sstart.form.".formatted(Quoted.of(path), folder));
    }
    String expected = key + "." + step;
    return FormGate.id(content).filter(id -> !id.equals(expected))
        .map(id -> "The id of the form is %s. In this file it is %s.".formatted(Quoted.of(id), expected));
  }

  private static Optional<String> require(boolean holds, String message, String found, String expected) {
    return holds ? Optional.empty() : Optional.of(message.formatted(Quoted.of(found), expected));
  }
}
