package io.stile.studio;

import java.util.List;

/**
 * A name that is known when a form is shown or a decision is made.
 *
 * @param key     as conditions and expressions write it
 * @param label   as people call it
 * @param from    where it comes from: {@code Form “Reserve handset”}, {@code the platform}
 * @param type    the kind of a form's field that would ask for it: {@code number}
 * @param options what it can be; empty if it can be anything of its kind
 * @param sample  an example of it; null if there is none
 */
public record KnownName(String key, String label, String from, String type, List<Choice> options, Object sample) {

  public KnownName {
    options = List.copyOf(options);
  }

  /** One of the values that it can be. */
  public record Choice(String label, Object value) {}
}
