package io.stile.engine.camunda;

import io.stile.engine.CaseKey;
import io.stile.engine.StuckJob;
import io.stile.engine.StuckJobs;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The jobs of the engine without any tries left. */
@Component
class CamundaStuckJobs implements StuckJobs {

  /** As many as the pauses between them that {@link EngineSettings} sets. */
  private static final int TRIES = 5;

  private final ManagementService management;
  private final RuntimeService runtime;
  private final RepositoryService repository;

  CamundaStuckJobs(ManagementService management, RuntimeService runtime, RepositoryService repository) {
    this.management = management;
    this.runtime = runtime;
    this.repository = repository;
  }

  @Override
  public int count() {
    return Math.toIntExact(stuck().count());
  }

  @Override
  public List<StuckJob> list(int limit) {
    return stuck().orderByJobDuedate().asc().orderByJobId().asc().listPage(0, limit).stream().map(this::stuckJob).toList();
  }

  @Override
  public Optional<StuckJob> byId(String id) {
    return Optional.ofNullable(stuck().jobId(id).singleResult()).map(this::stuckJob);
  }

  @Override
  public Optional<String> trace(String id) {
    return byId(id).map(job -> management.getJobExceptionStacktrace(id));
  }

  @Override
  public boolean tryAgain(String id) {
    if (byId(id).isEmpty()) {
      return false;
    }
    try {
      management.setJobRetries(id, TRIES);
      return true;
    } catch (NullValueException gone) {
      return false;
    }
  }

  private JobQuery stuck() {
    return management.createJobQuery().noRetriesLeft();
  }

  private StuckJob stuckJob(Job job) {
    String element = element(job);
    return new StuckJob(job.getId(), caseKey(job), job.getProcessDefinitionKey(), element, name(job, element),
        job.getDuedate() == null ? job.getCreateTime().toInstant() : job.getDuedate().toInstant(), firstLine(job.getExceptionMessage()));
  }

  private CaseKey caseKey(Job job) {
    if (job.getProcessInstanceId() == null) {
      return null;
    }
    ProcessInstance instance = runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult();
    return instance == null || instance.getBusinessKey() == null ? null : new CaseKey(instance.getBusinessKey());
  }

  /** Where it failed if the engine says so; otherwise where it is defined. */
  private String element(Job job) {
    if (job.getFailedActivityId() != null || job.getJobDefinitionId() == null) {
      return job.getFailedActivityId();
    }
    return management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId();
  }

  private String name(Job job, String element) {
    if (element == null || job.getProcessDefinitionId() == null) {
      return element;
    }
    ModelElementInstance drawn = repository.getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(element);
    String label = drawn == null ? null : drawn.getAttributeValue("name");
    return label == null || label.isBlank() ? element : label.replaceAll("\\s+", " ");
  }

  private static String firstLine(String message) {
    return message == null ? null : message.lines().findFirst().orElse(null);
  }
}
