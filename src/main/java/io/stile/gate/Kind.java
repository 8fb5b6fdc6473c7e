package io.stile.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that a process owner draws and writes in. */
public enum Kind {
  /** A process, as BPMN 2.0. */
  BPMN(".bpmn"),
  /** A decision table, as DMN 1.3. */
  DMN(".dmn"),
  /** A form, as a form-js schema. */
  FORM(".form");

  private final String suffix;

  Kind(String suffix) {
    this.suffix = suffix;
  }

  /** How the name of a file of this kind ends. */
  public String suffix() {
    return suffix;
  }

  /** As it is written in addresses: {@code bpmn}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that word, empty for any other text. */
  public static Optional<Kind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The kind of a file by the end of its name, empty for any other file. */
  public static Optional<Kind> ofFile(String file) {
    return Arrays.stream(values()).filter(kind -> file.endsWith(kind.suffix)).findFirst();
  }
}
