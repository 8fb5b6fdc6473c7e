package io.stile.gate;

import java.util.Optional;
import java.util.Set;

/**
 * What a model may name that lies outside its own files. Whoever keeps departments, employees and published models answers; the answer is of
 * this instant.
 */
public interface Known {

  /** Keys of departments that work can be given to. */
  Set<String> departments();

  /** Keys of calendars that a target can count in. */
  Set<String> calendars();

  /** Whether somebody of that sign-in name can be accountable for a model. */
  boolean processOwner(String signIn);

  /** Whether a process of that id was published, shipped with the program or by its owner. */
  boolean process(String id);

  /** Sign-in name of whoever is accountable for the newest version of a process, empty if it was never published. */
  Optional<String> accountable(String process);

  /** A file that was published with the newest version of a process, empty if there is none. */
  Optional<byte[]> published(String process, String path);
}
