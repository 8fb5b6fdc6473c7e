package io.stile.studio;

import io.stile.engine.Action;
import io.stile.engine.Inventory;
import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import io.stile.gate.Vocabulary;
import io.stile.organisation.CalendarPlan;
import io.stile.organisation.Calendars;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.studio.Words.ActionWords;
import io.stile.studio.Words.DecisionWords;
import io.stile.studio.Words.FactWords;
import io.stile.studio.Words.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Gathers what a model can name, from whoever keeps it. */
@Service
public class ModelVocabulary {

  /** Whom a protocol concerns: known in protocols only, as are their instants. */
  private static final String OF_PROTOCOLS = "role-target";
  private static final String STEP_DUE = "stepDue";

  private final Organisation organisation;
  private final Calendars calendars;
  private final ObjectProvider<Action> actions;
  private final Vocabulary vocabulary;
  private final FormFields forms;
  private final Inventory inventory;

  ModelVocabulary(Organisation organisation, Calendars calendars, ObjectProvider<Action> actions, Vocabulary vocabulary,
      FormFields forms, Inventory inventory) {
    this.organisation = organisation;
    this.calendars = calendars;
    this.actions = actions;
    this.vocabulary = vocabulary;
    this.forms = forms;
    this.inventory = inventory;
  }

  /**
   * What a model can name now.
   *
   * @param bundle   its files as they stand, in the draft or as published
   * @param protocol whether it is a protocol, which knows whom and what it concerns, and calls nothing
   */
  public Words of(Bundle bundle, boolean protocol) {
    return new Words(bundle.key(), organisation.departments().stream().map(department -> new Named(department.key(), department.name())).toList(),
        roles(protocol), calendars.plans().stream().map(ModelVocabulary::named).toList(), processOwners(), actions(), protocol ? List.of() : protocols(),
        facts(), instants(protocol), forms.of(bundle), decisions(bundle), running(bundle.key()));
  }

  private List<Named> roles(boolean protocol) {
    return vocabulary.roles().stream().filter(role -> protocol || !role.equals(OF_PROTOCOLS)).map(PlatformWords::role)
        .sorted(Comparator.comparing(Named::name)).toList();
  }

  private List<Named> protocols() {
    return vocabulary.callable().stream().sorted().map(PlatformWords::protocol).toList();
  }

  /** What is always known, then what an action finds out. */
  private List<FactWords> facts() {
    Stream<FactWords> always = vocabulary.facts().stream().sorted().map(fact -> PlatformWords.fact(fact, null));
    Stream<FactWords> found = vocabulary.actions().stream().sorted()
        .flatMap(action -> vocabulary.factsOf(action).stream().sorted().map(fact -> PlatformWords.fact(fact, action)));
    return Stream.concat(always, found).toList();
  }

  private static Named named(CalendarPlan plan) {
    return new Named(plan.key(), plan.name());
  }

  private List<Named> processOwners() {
    return organisation.employees().stream().filter(employee -> employee.has(Role.PROCESS_OWNER) || employee.has(Role.MANAGER))
        .map(ModelVocabulary::named).toList();
  }

  private static Named named(Employee employee) {
    return new Named(employee.signIn(), employee.name());
  }

  private List<ActionWords> actions() {
    return actions.stream().map(action -> new ActionWords(action.name(), PlatformWords.action(action.name()), action.effect().orElse(null)))
        .sorted(Comparator.comparing(ActionWords::name)).toList();
  }

  private List<Named> instants(boolean protocol) {
    return vocabulary.instants().stream().filter(instant -> protocol || instant.equals(STEP_DUE)).sorted().map(PlatformWords::instant).toList();
  }

  static List<DecisionWords> decisions(Bundle bundle) {
    return bundle.paths(Kind.DMN).stream().map(path -> {
      String id = path.substring(path.lastIndexOf('/') + 1, path.length() - Kind.DMN.suffix().length());
      byte[] content = bundle.file(path).orElseThrow();
      return new DecisionWords(id, name(content).orElseGet(() -> PlatformWords.words(id)), path,
          TableResults.of(content).stream().map(KnownName.Choice::value).toList());
    }).toList();
  }

  private static Optional<String> name(byte[] table) {
    return DraftXml.read(table).flatMap(document -> DraftXml.all(document, "decision").stream().findFirst())
        .map(decision -> decision.getAttribute("name").strip()).filter(name -> !name.isEmpty());
  }

  private Map<String, Long> running(String model) {
    return inventory.steps().stream().filter(step -> step.process().equals(model))
        .collect(Collectors.groupingBy(Inventory.WaitingStep::key, Collectors.counting()));
  }
}
