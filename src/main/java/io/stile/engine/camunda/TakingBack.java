package io.stile.engine.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.engine.CaseKey;
import io.stile.engine.Reopened;
import io.stile.engine.Sequel;
import io.stile.engine.StepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Takes completions back: what a completion changed in its process is noted when it happens, and undone by the engine's
 * own modification of a running process. Uses an internal type, to tell a warning from a late timer.
 */
@Component
class TakingBack {

  private static final String GATEWAY = "Gateway";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final Course course;
  private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  TakingBack(RuntimeService runtime, TaskService tasks, ManagementService management, Course course) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.course = course;
  }

  /**
   * What must be known to go back.
   *
   * @param instance the running process
   * @param activity the element on which the step stands
   * @param began    the engine's names of what waits now and did not before
   * @param joined   gateways at which another branch waited and waits no more, by the engine's names of the waiting
   * @param before   the facts that changed, as they were; missing ones were not there
   * @param after    the same, as they are now
   */
  record Undo(String instance, String caseKey, String activity, List<String> began, Map<String, String> joined,
              Map<String, Object> before, Map<String, Object> after) {}

  /** Runs a completion and answers what it led to. */
  Sequel watched(Task task, Runnable completion) {
    String instance = task.getProcessInstanceId();
    Map<String, ActivityInstance> waited = waiting(instance);
    Map<String, Object> factsBefore = runtime.getVariables(instance);
    String caseKey = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey();
    Course.Notes notes = course.of(completion);
    Map<String, ActivityInstance> waits = waiting(instance);
    boolean ended = waits.isEmpty();
    Map<String, Object> factsAfter = ended ? factsBefore : runtime.getVariables(instance);
    Set<String> changed = changed(factsBefore, factsAfter);
    Undo undo = new Undo(instance, caseKey, task.getTaskDefinitionKey(), began(waited, waits), joined(waited, waits),
        only(factsBefore, changed), only(factsAfter, changed));
    return new Sequel(notes.started(), effects(notes, instance), ended, write(undo));
  }

  /** A step of a ladder that ends because its task is done is no other step. */
  private static List<String> effects(Course.Notes notes, String instance) {
    List<String> effects = new ArrayList<>(notes.effects());
    notes.cancelled().stream().filter(step -> step.instance().equals(instance))
        .map(step -> "“%s” was cancelled".formatted(step.name())).forEach(effects::add);
    return effects;
  }

  /** Everything that waits in a running process, by its name in the engine; the whole process and what it consists of not. */
  private Map<String, ActivityInstance> waiting(String instance) {
    ActivityInstance tree = runtime.getActivityInstance(instance);
    Map<String, ActivityInstance> waiting = new LinkedHashMap<>();
    if (tree != null) {
      collect(tree, waiting);
    }
    return waiting;
  }

  private static void collect(ActivityInstance parent, Map<String, ActivityInstance> waiting) {
    for (ActivityInstance child : parent.getChildActivityInstances()) {
      waiting.put(child.getId(), child);
      collect(child, waiting);
    }
  }

  /** The outermost ones are enough: cancelling them cancels what lies in them. */
  private static List<String> began(Map<String, ActivityInstance> waited, Map<String, ActivityInstance> waits) {
    return waits.values().stream().filter(each -> !waited.containsKey(each.getId()))
        .filter(each -> !waits.containsKey(each.getParentActivityInstanceId())
            || waited.containsKey(each.getParentActivityInstanceId()))
        .map(ActivityInstance::getId).toList();
  }

  private static Map<String, String> joined(Map<String, ActivityInstance> waited, Map<String, ActivityInstance> waits) {
    return waited.values().stream().filter(each -> !waits.containsKey(each.getId()))
        .filter(each -> each.getActivityType().endsWith(GATEWAY) && !each.getActivityType().startsWith("event"))
        .collect(Collectors.toMap(ActivityInstance::getId, ActivityInstance::getActivityId));
  }

  private static Set<String> changed(Map<String, Object> before, Map<String, Object> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> before.containsKey(name) == after.containsKey(name)
        && Objects.equals(before.get(name), after.get(name)));
    return names;
  }

  private static Map<String, Object> only(Map<String, Object> facts, Set<String> names) {
    Map<String, Object> some = new LinkedHashMap<>(facts);
    some.keySet().retainAll(names);
    return some;
  }

  /** Whether everything that the completion began still waits. */
  boolean isPossible(Sequel sequel) {
    Undo undo = read(sequel);
    return !sequel.ended() && waiting(undo.instance()).keySet().containsAll(undo.began());
  }

  Reopened undo(StepId step, Sequel sequel, Instant doneAt) {
    if (!isPossible(sequel)) {
      throw new OptimisticLockingException("what followed " + step + " does not wait any more");
    }
    Undo undo = read(sequel);
    ProcessInstanceModificationBuilder modification = runtime.createProcessInstanceModification(undo.instance());
    Set<String> waited = waiting(undo.instance()).keySet();
    undo.joined().values().forEach(modification::startBeforeActivity);
    modification.startBeforeActivity(undo.activity())
        .setVariable(ModelElements.AGAIN, Variables.stringValue(step.value(), true));
    undo.began().forEach(modification::cancelActivityInstance);
    StepId again = course.of(modification::execute).started().get(0);
    restore(undo);
    sequel.steps().forEach(followed -> endLadder(undo, followed));
    forgetWarning(undo, again, doneAt);
    return new Reopened(again, renamed(undo, waited));
  }

  /** What waits at a join again has another name there, by which the completion that led to it has to be taken back. */
  private Map<String, String> renamed(Undo undo, Set<String> waited) {
    List<ActivityInstance> fresh = new ArrayList<>(waiting(undo.instance()).values());
    fresh.removeIf(each -> waited.contains(each.getId()));
    Map<String, String> renamed = new LinkedHashMap<>();
    undo.joined().forEach((id, gateway) -> fresh.stream().filter(each -> each.getActivityId().equals(gateway)).findFirst()
        .ifPresent(found -> {
          renamed.put(id, found.getId());
          fresh.remove(found);
        }));
    return renamed;
  }

  private void restore(Undo undo) {
    Map<String, Object> now = runtime.getVariables(undo.instance());
    undo.after().keySet().stream().filter(name -> same(now.get(name), undo.after().get(name))).forEach(name -> {
      if (undo.before().containsKey(name)) {
        runtime.setVariable(undo.instance(), name, undo.before().get(name));
      } else {
        runtime.removeVariable(undo.instance(), name);
      }
    });
  }

  private static boolean same(Object now, Object noted) {
    return Objects.equals(String.valueOf(now), String.valueOf(noted));
  }

  /** What followed may have been late already: nobody has to decide about it any more. */
  private void endLadder(Undo undo, StepId followed) {
    runtime.createMessageCorrelation(StepListeners.LATE_TASK_DONE)
        .processInstanceBusinessKey(new CaseKey(undo.caseKey()).value())
        .processInstanceVariableEquals(ModelElements.LATE_TASK, followed.value()).correlateAll();
  }

  private void forgetWarning(Undo undo, StepId again, Instant doneAt) {
    String execution = tasks.createTaskQuery().taskId(again.value()).singleResult().getExecutionId();
    management.createJobQuery().processInstanceId(undo.instance()).timers().list().stream()
        .filter(job -> execution.equals(job.getExecutionId()))
        .filter(job -> ((TimerEntity) job).getJobHandlerConfigurationRaw().endsWith(SafeParse.WARNING))
        .filter(job -> !job.getDuedate().toInstant().isAfter(doneAt))
        .forEach(job -> management.deleteJob(job.getId()));
  }

  private String write(Undo undo) {
    try {
      return json.writeValueAsString(undo);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Undo read(Sequel sequel) {
    try {
      return json.readValue(sequel.undo(), Undo.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
