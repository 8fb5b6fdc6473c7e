package io.stile.desk.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.desk.ClockView;
import io.stile.desk.ClockViews;
import io.stile.desk.Names;
import io.stile.desk.web.TaskSheet.About;
import io.stile.desk.web.TaskSheet.Following;
import io.stile.desk.web.TaskSheet.Place;
import io.stile.engine.ModelStep;
import io.stile.engine.Models;
import io.stile.engine.StepId;
import io.stile.organisation.Deputies;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.web.Viewer;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskForms;
import io.stile.work.TaskLookup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the right half of a task's page. */
@Component
class TaskSheets {

  private final TaskLookup tasks;
  private final TaskForms forms;
  private final Claims claims;
  private final Models models;
  private final Organisation organisation;
  private final Deputies deputies;
  private final ClockViews clocks;
  private final FormJson json;

  TaskSheets(TaskLookup tasks, TaskForms forms, Claims claims, Models models, Organisation organisation, Deputies deputies,
      ClockViews clocks, FormJson json) {
    this.tasks = tasks;
    this.forms = forms;
    this.claims = claims;
    this.models = models;
    this.organisation = organisation;
    this.deputies = deputies;
    this.clocks = clocks;
    this.json = json;
  }

  /**
   * The sheet of a task.
   *
   * @param typed what the viewer has typed before, or null; it stands in the form over what the form is given
   */
  TaskSheet of(Task task, Viewer viewer, Map<String, Object> typed) {
    Names names = new Names(organisation);
    String me = viewer.signIn();
    Place place = Place.of(task, claims.has(task, me));
    List<Employee> receivers = claims.mayReassign(task, me) ? claims.receivers(task) : List.of();
    boolean shown = place == Place.MINE && !task.isReturned() || typed != null;
    JsonNode schema = shown ? forms.form(task).map(json::schema).orElse(null) : null;
    return new TaskSheet(task, place, names.department(task.department()), names.employee(task.assignee()), clock(task),
        instructions(task), about(task), claims.whyNot(task, me).orElse(null), receivers, schema,
        schema == null ? Map.of() : data(task, typed), next(task, me, names),
        standsIn(task, me, names));
  }

  private StandsIn standsIn(Task task, String me, Names names) {
    return deputies.standsInFor(me).stream().filter(absence -> absence.employee().equals(task.assignee()) && task.isLive())
        .findFirst().map(absence -> new StandsIn(names.employee(absence.employee()), absence.until())).orElse(null);
  }

  private Map<String, Object> data(Task task, Map<String, Object> typed) {
    Map<String, Object> data = new LinkedHashMap<>(forms.shown(task));
    data.putAll(typed == null ? Map.of() : typed);
    return data;
  }

  private String instructions(Task task) {
    return models.version(task.model()).step(task.stepKey()).map(ModelStep::documentation).orElse("");
  }

  private About about(Task task) {
    return Optional.ofNullable(task.subject()).map(StepId::new).flatMap(tasks::byStep)
        .map(late -> new About(late.id(), late.name(), claims.standing(late), late.isLive() ? clock(late) : null))
        .orElse(null);
  }

  private ClockView clock(Task task) {
    return clocks.ofTasks(List.of(task)).get(task.id());
  }

  private List<Following> next(Task task, String me, Names names) {
    return tasks.liveOf(List.of(task.request())).stream().filter(other -> other.id() != task.id())
        .map(other -> new Following(other.id(), other.name(),
            names.holder(other), me.equals(other.assignee())))
        .toList();
  }
}
