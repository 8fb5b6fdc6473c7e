package io.stile.gate;

import io.stile.engine.Action;
import io.stile.engine.ModelWords;
import io.stile.engine.ProtocolDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The words that the running program gives to models. They are asked of whoever gives them; there is no second list. */
@Component
public class Vocabulary {

  /** When a step is due: known at every step that has a target. */
  private static final String STEP_DUE = "stepDue";

  private final Supplier<Words> words;

  /**
   * All words.
   *
   * @param actions     names of the actions that a service task can name, each with the facts that it finds out
   * @param facts       what the platform hands to conditions and decisions
   * @param instants    what the date of a timer can be
   * @param roles       words that stand for a person in place of a department
   * @param optionLists lists of options that forms can choose from
   * @param callable    protocols that a request type can call
   * @param shared      messages and signals that are nobody's own
   * @param topics      topics of external tasks
   */
  record Words(Map<String, Set<String>> actions, Set<String> facts, Set<String> instants, Set<String> roles, Set<String> optionLists,
      Set<String> callable, Set<String> shared, Set<String> topics) {}

  @Autowired
  Vocabulary(ObjectProvider<Action> actions, ObjectProvider<ProtocolDate> dates, ObjectProvider<ModelWords> words) {
    this.words = SingletonSupplier.of(() -> gather(actions, dates, words));
  }

  Vocabulary(Words words) {
    this.words = () -> words;
  }

  private static Words gather(ObjectProvider<Action> actions, ObjectProvider<ProtocolDate> dates, ObjectProvider<ModelWords> words) {
    Map<String, Set<String>> named = new HashMap<>();
    actions.forEach(action -> named.put(action.name(), action.gives()));
    Set<String> instants = new HashSet<>(Set.of(STEP_DUE));
    dates.forEach(date -> instants.add(date.name()));
    return new Words(Map.copyOf(named), all(words, ModelWords::facts), Set.copyOf(instants), all(words, ModelWords::roles),
        all(words, ModelWords::optionLists), all(words, ModelWords::callable), all(words, ModelWords::shared), all(words, ModelWords::topics));
  }

  private static Set<String> all(ObjectProvider<ModelWords> words, Function<ModelWords, Set<String>> which) {
    Set<String> all = new HashSet<>();
    words.forEach(each -> all.addAll(which.apply(each)));
    return Set.copyOf(all);
  }

  /** Names of the actions that a service task can name. */
  public Set<String> actions() {
    return words.get().actions().keySet();
  }

  /** The facts that an action finds out; none for an action that does not exist. */
  public Set<String> factsOf(String action) {
    return words.get().actions().getOrDefault(action, Set.of());
  }

  /** The facts that the platform hands to conditions and decisions without being asked. */
  public Set<String> facts() {
    return words.get().facts();
  }

  /** The instants that the date of a timer can be. */
  public Set<String> instants() {
    return words.get().instants();
  }

  /** The words that stand for a person in place of a department. */
  public Set<String> roles() {
    return words.get().roles();
  }

  /** The lists of options that forms can choose from. */
  public Set<String> optionLists() {
    return words.get().optionLists();
  }

  /** The protocols that a request type can call. */
  public Set<String> callable() {
    return words.get().callable();
  }

  /** The messages and signals that belong to no process. */
  public Set<String> shared() {
    return words.get().shared();
  }

  /** The topics of external tasks. */
  public Set<String> topics() {
    return words.get().topics();
  }
}
