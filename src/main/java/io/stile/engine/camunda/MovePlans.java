package io.stile.engine.camunda;

import io.stile.engine.Migrations.Place;
import io.stile.engine.Migrations.Place.Kind;
import io.stile.engine.Migrations.Route;
import io.stile.engine.ModelVersion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's plan of a way. Places go where the way says; what belongs to them and is drawn around them (timers at
 * their boundary, subprocesses, what waits for a withdrawal) goes where it is called the same. The late timer of a step goes
 * with its step however it is called: the engine would take it for a new one, and have it go off once more.
 */
@Component
class MovePlans {

  private final RuntimeService runtime;
  private final Places places;

  MovePlans(RuntimeService runtime, Places places) {
    this.runtime = runtime;
    this.places = places;
  }

  /**
   * A plan.
   *
   * @param elements  where each element goes
   * @param impossible why places cannot go where the way says, by key
   */
  record Plan(MigrationPlan plan, Map<String, String> elements, Map<String, String> impossible) {}

  Map<String, String> alike(ModelVersion from, ModelVersion to) {
    Places.Drawn source = places.of(from);
    Places.Drawn target = places.of(to);
    Set<String> sameInEngine = equal(from, to).keySet();
    Map<String, String> alike = new LinkedHashMap<>();
    source.places().values().forEach(place -> {
      Optional<Place> same = Optional.ofNullable(target.places().get(place.key()))
          .filter(found -> found.kind() == place.kind() && sameInEngine.contains(place.key()));
      same.or(() -> sameCall(place, source, target)).ifPresent(found -> alike.put(place.key(), found.key()));
    });
    return alike;
  }

  /** An escalation that runs goes on below any element that calls escalations. */
  private static Optional<Place> sameCall(Place place, Places.Drawn source, Places.Drawn target) {
    return place.kind() != Kind.CALL ? Optional.empty() : target.places().values().stream()
        .filter(other -> other.kind() == Kind.CALL)
        .filter(other -> Objects.equals(target.called().get(other.key()), source.called().get(place.key())))
        .findFirst();
  }

  /** What the engine maps by itself: of the same id, type and surroundings. */
  private Map<String, String> equal(ModelVersion from, ModelVersion to) {
    return runtime.createMigrationPlan(from.id(), to.id()).mapEqualActivities().build().getInstructions().stream()
        .collect(Collectors.toMap(MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId,
            (first, second) -> first, LinkedHashMap::new));
  }

  Plan of(Route route) {
    Places.Drawn source = places.of(route.from());
    Places.Drawn target = places.of(route.to());
    Map<String, String> elements = elements(route, source, target);
    Map<String, String> impossible = new LinkedHashMap<>();
    while (true) {
      try {
        return new Plan(build(route, elements, source, target), Map.copyOf(elements), Map.copyOf(impossible));
      } catch (MigrationPlanValidationException refused) {
        Map<String, String> faults = faults(refused);
        if (!elements.keySet().removeAll(faults.keySet())) {
          throw refused;
        }
        impossible.putAll(faults);
      }
    }
  }

  private Map<String, String> elements(Route route, Places.Drawn source, Places.Drawn target) {
    Map<String, String> elements = equal(route.from(), route.to());
    elements.keySet().removeAll(source.places().keySet());
    route.places().forEach((from, to) -> {
      if (source.places().containsKey(from) && target.places().containsKey(to)) {
        elements.put(from, to);
      }
    });
    // A boundary event goes nowhere where its place goes somewhere else.
    elements.keySet().removeIf(event -> source.attachedTo().containsKey(event)
        && !Objects.equals(target.attachedTo().get(elements.get(event)), elements.get(source.attachedTo().get(event))));
    source.lateTimers().forEach((step, timer) -> {
      String late = target.lateTimers().get(elements.get(step));
      if (late != null) {
        elements.put(timer, late);
      }
    });
    return elements;
  }

  private MigrationPlan build(Route route, Map<String, String> elements, Places.Drawn source, Places.Drawn target) {
    MigrationPlanBuilder builder = runtime.createMigrationPlan(route.from().id(), route.to().id());
    Set<String> heard = new HashSet<>(source.heard());
    heard.retainAll(elements.entrySet().stream().filter(each -> target.heard().contains(each.getValue()))
        .map(Map.Entry::getKey).collect(Collectors.toSet()));
    elements.forEach((from, to) -> {
      MigrationInstructionBuilder instruction = builder.mapActivities(from, to);
      // What a message is called may have changed; an instant that was computed stays what it is.
      if (heard.contains(from)) {
        instruction.updateEventTrigger();
      }
    });
    return builder.build();
  }

  private static Map<String, String> faults(MigrationPlanValidationException refused) {
    return refused.getValidationReport().getInstructionReports().stream().filter(report -> report.hasFailures())
        .collect(Collectors.toMap(report -> report.getMigrationInstruction().getSourceActivityId(),
            report -> String.join("; ", report.getFailures()), (first, second) -> first));
  }
}
