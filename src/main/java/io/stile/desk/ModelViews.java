package io.stile.desk;

import io.stile.catalogue.RequestTypes;
import io.stile.engine.Model;
import io.stile.engine.ModelStep;
import io.stile.engine.Models;
import io.stile.organisation.Organisation;
import io.stile.sla.Target;
import io.stile.sla.TargetWords;
import io.stile.work.Queues;
import io.stile.work.Queues.StepCount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads models with the numbers of live and late requests on their steps. */
@Component
public class ModelViews {

  private static final StepCount NOTHING = new StepCount(null, 0, 0);

  private final RequestTypes types;
  private final Models models;
  private final Queues queues;
  private final Organisation organisation;

  ModelViews(RequestTypes types, Models models, Queues queues, Organisation organisation) {
    this.types = types;
    this.models = models;
    this.queues = queues;
    this.organisation = organisation;
  }

  /** The newest version of every model, request types and protocols, by name. */
  public List<ModelView> all() {
    Names names = new Names(organisation);
    return types.models().stream().map(model -> view(model, names)).toList();
  }

  /** The newest version of a model, empty if there is none of that process. */
  public Optional<ModelView> byProcess(String process) {
    return models.newest(process).map(model -> view(model, new Names(organisation)));
  }

  private ModelView view(Model model, Names names) {
    Map<String, StepCount> counts = queues.onStepsOf(model.process()).stream()
        .collect(Collectors.toMap(StepCount::step, Function.identity()));
    List<ModelView.Step> steps = model.steps().stream()
        .map(step -> step(step, counts.getOrDefault(step.key(), NOTHING), names)).toList();
    return new ModelView(model, model.property("processOwner").map(names::employee).orElse(null),
        words(model.property("promise")), steps);
  }

  private static ModelView.Step step(ModelStep step, StepCount count, Names names) {
    return new ModelView.Step(step.key(), step.name(), who(step.group(), names), words(step.property("sla")),
        step.documentation(), count.live(), count.late());
  }

  private static String who(String group, Names names) {
    return switch (group == null ? "" : group) {
      case "" -> "Nobody";
      case "role-owner" -> "The owner of the request";
      case "role-lead" -> "The lead of the department";
      default -> names.department(group);
    };
  }

  private static String words(Optional<String> target) {
    return target.map(Target::parse).map(TargetWords::of).orElse(null);
  }
}
