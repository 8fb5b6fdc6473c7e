package io.stile.migration;

import io.stile.catalogue.Forms;
import io.stile.engine.Model;
import io.stile.engine.ModelStep;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.form.FormField;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.sla.Target;
import io.stile.sla.TargetWords;
import io.stile.work.TaskLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What is another one about a step for those who stand on it when they move. */
@Service
public class StepDifferences {

  private final Models models;
  private final Forms forms;
  private final Organisation organisation;
  private final TaskLookup tasks;

  StepDifferences(Models models, Forms forms, Organisation organisation, TaskLookup tasks) {
    this.models = models;
    this.forms = forms;
    this.organisation = organisation;
    this.tasks = tasks;
  }

  /** In sentences; empty if nothing differs that somebody would notice, or one of them is no step for people. */
  public List<String> between(ModelVersion from, String step, ModelVersion to, String other) {
    Model source = models.version(from);
    Model target = models.version(to);
    Optional<ModelStep> before = source.step(step);
    Optional<ModelStep> after = Optional.ofNullable(other).flatMap(target::step);
    return before.isEmpty() || after.isEmpty() ? List.of() : differences(source, before.get(), target, after.get());
  }

  private List<String> differences(Model source, ModelStep before, Model target, ModelStep after) {
    List<String> found = new ArrayList<>();
    if (!Objects.equals(before.name(), after.name())) {
      found.add("Called “%s”.".formatted(after.name()));
    }
    if (!Objects.equals(before.group(), after.group())) {
      found.add("For %s instead of %s%s.".formatted(who(after.group()), who(before.group()), taken(source.version(), before.key())));
    }
    if (!before.property("sla").equals(after.property("sla"))) {
      found.add("Target %s instead of %s.".formatted(target(after), target(before)));
    }
    found.addAll(fields(source, before, target, after));
    return found;
  }

  /** What somebody has taken stays with him until he puts it back: how much of it there is, and who has it. */
  private String taken(ModelVersion version, String step) {
    Map<String, Integer> taken = tasks.takenOf(version, step);
    if (taken.isEmpty()) {
      return "";
    }
    int all = taken.values().stream().mapToInt(Integer::intValue).sum();
    return "; %d that %s taken %s until put back: %s".formatted(all, all == 1 ? "is" : "are", all == 1 ? "stays" : "stay",
        taken.entrySet().stream().map(each -> "%d with %s".formatted(each.getValue(),
            organisation.employee(each.getKey()).map(Employee::name).orElse(each.getKey()))).collect(Collectors.joining(", ")));
  }

  private List<String> fields(Model source, ModelStep before, Model target, ModelStep after) {
    Map<String, String> asked = fields(source, before);
    Map<String, String> asks = fields(target, after);
    List<String> found = new ArrayList<>();
    String more = labels(asks, asked);
    if (!more.isEmpty()) {
      found.add("Asks also for %s.".formatted(more));
    }
    String less = labels(asked, asks);
    if (!less.isEmpty()) {
      found.add("Does not ask for %s any more; who has typed something there and not sent it finds that in the story of the request.".formatted(less));
    }
    return found;
  }

  /** The fields of one form that another one does not have. */
  private static String labels(Map<String, String> fields, Map<String, String> others) {
    return fields.entrySet().stream().filter(field -> !others.containsKey(field.getKey()))
        .map(field -> "“" + field.getValue() + "”").collect(Collectors.joining(", "));
  }

  /** What the form of a step asks for: labels by key, without what it only shows. */
  Map<String, String> fields(Model model, ModelStep step) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (step.form() != null) {
      forms.form(model.version(), step.form()).fields().stream().filter(field -> !field.readonly() && !field.disabled())
          .forEach((FormField field) -> labels.put(field.key(), field.label()));
    }
    return labels;
  }

  private static String target(ModelStep step) {
    return step.property("sla").map(Target::parse).map(TargetWords::of).orElse("none");
  }

  private String who(String group) {
    return switch (group == null ? "" : group) {
      case "" -> "nobody";
      case "role-owner" -> "the owner of the request";
      case "role-lead" -> "the lead of the department";
      default -> organisation.department(group).map(Department::name).orElse(group);
    };
  }
}
