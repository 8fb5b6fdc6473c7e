package io.stile.engine.camunda;

import io.stile.engine.ModelVersion;
import io.stile.engine.PublishedVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was published when. A publication without a process is one of a decision table that stands alone; its version is the table's.
 * The lists read the engine's own tables: its queries would ask once more for each version.
 */
@Component
class PublishedVersions {

  private static final String ALL = """
      select p.key_, p.id_, p.version_, d.deploy_time_ from act_re_procdef p join act_re_deployment d on d.id_ = p.deployment_id_
      union all
      select t.key_, t.id_, t.version_, d.deploy_time_ from act_re_decision_def t join act_re_deployment d on d.id_ = t.deployment_id_
      where not exists (select 1 from act_re_procdef p where p.deployment_id_ = t.deployment_id_)
      order by deploy_time_, version_, key_""";

  private static final String RUNNING = """
      select p.id_, count(*) from act_ru_execution i join act_re_procdef p on p.id_ = i.proc_def_id_
      where p.key_ = ? and i.parent_id_ is null group by p.id_""";

  private final RepositoryService repository;
  private final JdbcClient jdbc;

  PublishedVersions(RepositoryService repository, JdbcClient jdbc) {
    this.repository = repository;
    this.jdbc = jdbc;
  }

  List<PublishedVersion> all() {
    return jdbc.sql(ALL).query((row, index) -> new PublishedVersion(row.getString("key_"), new ModelVersion(row.getString("id_")),
        row.getInt("version_"), row.getTimestamp("deploy_time_").toInstant())).list();
  }

  Map<ModelVersion, Integer> running(String process) {
    Map<ModelVersion, Integer> running = new HashMap<>();
    jdbc.sql(RUNNING).param(process).query(row -> {
      running.put(new ModelVersion(row.getString(1)), row.getInt(2));
    });
    return running;
  }

  Optional<PublishedVersion> newest(String name) {
    ProcessDefinition process = repository.createProcessDefinitionQuery().processDefinitionKey(name).latestVersion().singleResult();
    return Optional.ofNullable(process == null ? table(name) : process).map(this::version);
  }

  private ResourceDefinition table(String name) {
    return repository.createDecisionDefinitionQuery().decisionDefinitionKey(name).latestVersion().list().stream()
        .filter(table -> standsAlone(table.getDeploymentId())).findFirst().orElse(null);
  }

  private boolean standsAlone(String deployment) {
    return repository.createProcessDefinitionQuery().deploymentId(deployment).count() == 0;
  }

  private PublishedVersion version(ResourceDefinition found) {
    Deployment deployment = repository.createDeploymentQuery().deploymentId(found.getDeploymentId()).singleResult();
    Instant at = deployment.getDeploymentTime().toInstant();
    return new PublishedVersion(found.getKey(), new ModelVersion(found.getId()), found.getVersion(), at);
  }

  /** The process or table of that name among what was deployed together; whatever there is if it has another name. */
  ModelVersion first(DeploymentWithDefinitions deployed, String name) {
    List<ResourceDefinition> found = new ArrayList<>(or(deployed.getDeployedProcessDefinitions()));
    if (found.isEmpty()) {
      found.addAll(or(deployed.getDeployedDecisionDefinitions()));
    }
    return found.stream().filter(definition -> definition.getKey().equals(name)).findFirst().or(() -> found.stream().findFirst())
        .map(definition -> new ModelVersion(definition.getId())).orElse(null);
  }

  private static <T> List<T> or(List<T> found) {
    return found == null ? List.of() : found;
  }

  String deployment(ModelVersion version) {
    ProcessDefinition process = repository.createProcessDefinitionQuery().processDefinitionId(version.id()).singleResult();
    if (process != null) {
      return process.getDeploymentId();
    }
    DecisionDefinition table = repository.createDecisionDefinitionQuery().decisionDefinitionId(version.id()).singleResult();
    if (table == null) {
      throw new IllegalArgumentException("No model version '" + version + "' was published");
    }
    return table.getDeploymentId();
  }
}
