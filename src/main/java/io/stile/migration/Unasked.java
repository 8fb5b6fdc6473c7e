package io.stile.migration;

import io.stile.engine.Migrations.NameAhead;
import io.stile.engine.Migrations.NameAhead.Reader;
import io.stile.form.FormField;
import java.util.List;

/**
 * A name that something in the version to which requests move reads ahead of where they stand, though they were never asked for it
 * and no step will ask before.
 *
 * @param name     as conditions write it
 * @param label    as people call it
 * @param field    the field that asks for it in that version; null if it is no field but found out by a decision or an action
 * @param readers  who reads it
 * @param requests numbers of the requests, in alphabetical order
 */
public record Unasked(String name, String label, FormField field, List<NameAhead> readers, List<String> requests) {

  /** Whether requests can do without: nobody can wait for an instant that nobody knows. */
  public boolean mayBeEmpty() {
    return readers.stream().noneMatch(reader -> reader.reader() == Reader.INSTANT);
  }

  /** Who reads it and what happens if nothing is given, a sentence each. */
  public List<String> effects() {
    return readers.stream().map(Unasked::effect).distinct().toList();
  }

  private static String effect(NameAhead ahead) {
    return switch (ahead.reader()) {
      case CONDITION -> ahead.otherwise() == null
          ? "“%s” asks for it; left empty, it counts as not answered there.".formatted(ahead.label())
          : "“%s” asks for it; left empty, “%s” is taken there unless another condition holds.".formatted(ahead.label(), ahead.otherwise());
      case DECISION -> "“%s” decides by it; left empty, it decides without it.".formatted(ahead.label());
      case INSTANT -> "“%s” waits until it, so it cannot be left empty.".formatted(ahead.label());
      case CALL -> "“%s” hands it on; left empty, it hands on nothing.".formatted(ahead.label());
      case STEP -> "“%s” uses it; left empty, it goes without.".formatted(ahead.label());
    };
  }
}
