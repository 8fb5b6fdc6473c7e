package io.stile.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a process as it was published.
 *
 * @param version    which one
 * @param process    id of the process, the same for all its versions
 * @param name       label of the process
 * @param number     1 for the first version
 * @param properties the extension properties of the process, by name
 * @param startForm  id of the form that starts it, or null
 * @param guide      what to ask and what to say while starting it; may be empty
 * @param steps      the steps for people, in the order in which the file has them
 */
public record Model(ModelVersion version, String process, String name, int number, Map<String, String> properties,
                    String startForm, String guide, List<ModelStep> steps) {

  /** The value of an extension property of the process, empty if the model does not have it. */
  public Optional<String> property(String property) {
    return Optional.ofNullable(properties.get(property)).filter(value -> !value.isBlank());
  }

  /** The step with this key, empty if the model has none. */
  public Optional<ModelStep> step(String key) {
    return steps.stream().filter(step -> step.key().equals(key)).findFirst();
  }
}
