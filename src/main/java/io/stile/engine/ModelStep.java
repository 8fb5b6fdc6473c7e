package io.stile.engine;

import java.util.Map;
import java.util.Optional;

/**
 * A step for people as the model draws it.
 *
 * @param key           id of the element, unique in its model
 * @param name          label, verb and object
 * @param documentation what to do, for the person who does it; may be empty
 * @param group         the one literal that says who: a department's key or a role word
 * @param form          id of the form, or null if the step has none
 * @param properties    the extension properties, by name
 */
public record ModelStep(String key, String name, String documentation, String group, String form,
                        Map<String, String> properties) {

  /** The value of an extension property, empty if the model does not have it. */
  public Optional<String> property(String property) {
    return Optional.ofNullable(properties.get(property)).filter(value -> !value.isBlank());
  }
}
