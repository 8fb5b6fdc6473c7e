package io.stile.studio;

import java.util.List;
import java.util.Map;

/**
 * What a model can name, and how people call it: all that the fields of the modeler offer.
 *
 * @param model         id of its process
 * @param departments   those that work can be given to, by name
 * @param roles         words that stand for a person in place of a department
 * @param calendars     those that a target can count in
 * @param processOwners employees who can be accountable for a model, by name
 * @param actions       what a service task can have done, by name
 * @param protocols     what a call activity can call
 * @param facts         what the platform knows of each request, or finds out by an action
 * @param instants      what the date of a timer can be, beside dates that forms ask for
 * @param forms         those of the model as it stands now
 * @param decisions     its tables as they stand now
 * @param running       how many requests stand on a step now, by the id of the step; steps without any are missing
 */
public record Words(String model, List<Named> departments, List<Named> roles, List<Named> calendars, List<Named> processOwners,
    List<ActionWords> actions, List<Named> protocols, List<FactWords> facts, List<Named> instants, List<FormWords> forms,
    List<DecisionWords> decisions, Map<String, Long> running) {

  /**
   * Something that a model names.
   *
   * @param key  as the model writes it
   * @param name as people call it
   */
  public record Named(String key, String name) {}

  /** @param effect what it does beyond the facts of the process, in words; null if nothing */
  public record ActionWords(String key, String name, String effect) {}

  /**
   * @param values what it can be; empty if it can be anything of its type
   * @param after  the action by which it is found out; null if it is always known
   */
  public record FactWords(String key, String name, NameType type, List<Option> values, String after) {}

  /** @param value text, number or truth value */
  public record Option(Object value, String label) {}

  /**
   * @param path    where it lies among the files of the model
   * @param problem why its fields are not known; null if they are
   */
  public record FormWords(String id, String path, String problem, List<FieldWords> fields) {}

  /** A field that the form asks for; what it only shows is known from elsewhere. */
  public record FieldWords(String key, String label, NameType type, List<Option> options) {}

  /** @param results what the table answers, each once */
  public record DecisionWords(String id, String name, String path, List<Object> results) {}
}
