package io.stile.gate;

import io.stile.form.FormField;
import io.stile.form.FormSchema;
import io.stile.form.FormSchemaException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What lies around a diagram while it is checked: the files that come with it, and what the program and the company know.
 *
 * @param bundle  the files that are published together; null if the diagram is checked by itself, and those that were published last count
 * @param company whether departments, calendars and employees must be there; not while the program starts, before the company is set up
 */
record Surroundings(Vocabulary words, Known known, ReservedNames reserved, Bundle bundle, boolean company) {

  /** Whether a file that a diagram names can be missing without a fault: it was not handed in. */
  boolean alone() {
    return bundle == null;
  }

  private Optional<byte[]> file(String process, String path) {
    return bundle == null ? known.published(process, path) : bundle.file(path);
  }

  boolean hasForm(String process, String form) {
    return file(process, Bundle.formOf(form)).isPresent();
  }

  boolean hasDecision(String process, String decision) {
    return file(process, Bundle.decisionOf(decision)).isPresent();
  }

  /** The names of the fields of a form; none if it is not there or cannot be read, which is found elsewhere. */
  Set<String> fields(String process, String form) {
    try {
      return file(process, Bundle.formOf(form)).map(content -> FormSchema.parse(new String(content, StandardCharsets.UTF_8)))
          .map(schema -> schema.fields().stream().map(FormField::key).collect(Collectors.toSet())).orElse(Set.of());
    } catch (FormSchemaException broken) {
      return Set.of();
    }
  }
}
