package io.stile.engine.camunda;

import io.stile.engine.CaseKey;
import io.stile.engine.Migrations;
import io.stile.engine.ModelVersion;
import io.stile.engine.StepDates;
import io.stile.engine.StepId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves processes by the engine's own migration. Uses its internals to ask what it would object to. */
@Component
class CamundaMigrations implements Migrations {

  /** What waits has no execution below it; what is kept for a compensation waits for nothing. */
  private static final String GROUPS = """
      select model, places, array_agg(business_key_ order by id_) as cases from (
        select i.id_, i.business_key_, i.proc_def_id_ as model, array(
          select e.act_id_ from act_ru_execution e
          where e.proc_inst_id_ = i.id_ and e.act_id_ is not null and not e.is_event_scope_
            and not exists (select from act_ru_execution c where c.parent_id_ = e.id_ and not c.is_event_scope_)
          order by e.act_id_) as places
        from act_ru_execution i join act_re_procdef d on d.id_ = i.proc_def_id_
        where i.parent_id_ is null and %s and i.business_key_ is not null) standing
      group by model, places order by count(*) desc, model, places""";
  private static final String OF_PROCESS = GROUPS.formatted("d.key_ = ?");
  private static final String OF_CASE = GROUPS.formatted("i.business_key_ = ? and d.id_ = ?");

  private static final String CARRIED = """
      select i.business_key_ as key, array_agg(v.name_) as names from act_ru_execution i
      join act_ru_variable v on v.execution_id_ = i.id_
      where i.parent_id_ is null and i.proc_def_id_ = :version and i.business_key_ is not null
        and (:key::text is null or i.business_key_ = :key)
      group by i.business_key_""";

  private static final String GONE = "It does not run on that version any more.";

  private final ProcessEngine engine;
  private final RuntimeService runtime;
  private final Places places;
  private final MovePlans plans;
  private final StepsMoving steps;
  private final UsedNames usedNames;
  private final NamesAhead namesAhead;
  private final JdbcClient jdbc;
  private final TransactionTemplate rolledBack;

  CamundaMigrations(ProcessEngine engine, RuntimeService runtime, Places places, MovePlans plans, StepsMoving steps,
      UsedNames usedNames, NamesAhead namesAhead, JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.engine = engine;
    this.runtime = runtime;
    this.places = places;
    this.plans = plans;
    this.steps = steps;
    this.usedNames = usedNames;
    this.namesAhead = namesAhead;
    this.jdbc = jdbc;
    rolledBack = new TransactionTemplate(transactions);
    rolledBack.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public List<ModelVersion> versions(String process) {
    return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process)
        .orderByProcessDefinitionVersion().desc().list().stream().map(found -> new ModelVersion(found.getId())).toList();
  }

  @Override
  public List<Place> places(ModelVersion version) {
    return List.copyOf(places.of(version).places().values());
  }

  @Override
  public List<Group> groups(String process) {
    return jdbc.sql(OF_PROCESS).param(process).query(CamundaMigrations::group).list();
  }

  private static Group group(ResultSet row, int index) throws SQLException {
    return new Group(new ModelVersion(row.getString("model")), List.of((String[]) row.getArray("places").getArray()),
        Stream.of((String[]) row.getArray("cases").getArray()).map(CaseKey::new).toList());
  }

  @Override
  public List<String> standing(CaseKey caseKey, ModelVersion version) {
    return jdbc.sql(OF_CASE).params(caseKey.value(), version.id()).query(CamundaMigrations::group).optional()
        .map(Group::places).orElse(List.of());
  }

  @Override
  public List<NameAhead> namesAhead(ModelVersion version, Collection<String> places, Map<String, Set<String>> asked) {
    return namesAhead.of(version, places, asked);
  }

  @Override
  public Map<CaseKey, Set<String>> namesCarried(ModelVersion version) {
    return carried(null, version);
  }

  @Override
  public Set<String> namesCarried(CaseKey caseKey, ModelVersion version) {
    return carried(caseKey.value(), version).getOrDefault(caseKey, Set.of());
  }

  private Map<CaseKey, Set<String>> carried(String key, ModelVersion version) {
    Map<CaseKey, Set<String>> carried = new HashMap<>();
    jdbc.sql(CARRIED).param("version", version.id()).param("key", key).query(row -> {
      carried.put(new CaseKey(row.getString("key")), Set.of((String[]) row.getArray("names").getArray()));
    });
    return carried;
  }

  @Override
  public Map<String, String> alike(ModelVersion from, ModelVersion to) {
    return plans.alike(from, to);
  }

  @Override
  public List<String> hindrances(CaseKey caseKey, Route route) {
    MovePlans.Plan plan = plans.of(route);
    return rolledBack.execute(status -> {
      status.setRollbackOnly();
      return running(caseKey, route).map(ProcessInstance::getId).map(instance ->
          configuration().getCommandExecutorTxRequired().execute(context -> sentences(route, plan,
              new MoveTrial(engine, plan.plan()).of(context, instance), steps.hindrances(context, instance, route))))
          .orElse(List.of(GONE));
    });
  }

  @Override
  public List<String> move(CaseKey caseKey, Route route, Map<StepId, StepDates.Dates> dates, Map<String, ?> facts) {
    MovePlans.Plan plan = plans.of(route);
    return CamundaProcesses.guarded(() -> {
      ProcessInstance instance = running(caseKey, route).orElseThrow(() -> new CannotMove(List.of(GONE)));
      return configuration().getCommandExecutorTxRequired().execute(context -> {
        List<String> lost = steps.hindrances(context, instance.getId(), route);
        if (!lost.isEmpty()) {
          throw new CannotMove(lost);
        }
        StepsMoving.Before before = steps.before(context, instance.getId(), dates);
        try {
          runtime.newMigration(plan.plan()).processInstanceIds(instance.getId()).execute();
        } catch (MigratingProcessInstanceValidationException refused) {
          throw new CannotMove(sentences(route, plan, refused.getValidationReport(), List.of()));
        }
        steps.after(context, instance.getId(), plan, before);
        return refill(instance.getId(), route.to(), facts);
      });
    });
  }

  /** What the new version reads and the process does not carry; what it carries stays, even if it reads it no more. */
  private List<String> refill(String instance, ModelVersion to, Map<String, ?> facts) {
    Map<String, Object> missing = usedNames.keep(to.id(), facts);
    missing.keySet().removeAll(runtime.getVariables(instance).keySet());
    if (!missing.isEmpty()) {
      runtime.setVariables(instance, missing);
    }
    return List.copyOf(missing.keySet());
  }

  private Optional<ProcessInstance> running(CaseKey caseKey, Route route) {
    return Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseKey.value())
        .processDefinitionId(route.from().id()).singleResult());
  }

  private List<String> sentences(Route route, MovePlans.Plan plan, MigratingProcessInstanceValidationReport report,
      List<String> lost) {
    Places.Drawn source = places.of(route.from());
    Places.Drawn target = places.of(route.to());
    List<String> sentences = new ArrayList<>(lost);
    report.getActivityInstanceReports().stream()
        .map(found -> sentence(source, target, plan, found.getSourceScopeId(), found.getFailures())).forEach(sentences::add);
    report.getTransitionInstanceReports().stream()
        .map(found -> sentence(source, target, plan, found.getSourceScopeId(), found.getFailures())).forEach(sentences::add);
    report.getFailures().stream().map("The engine cannot move it: %s."::formatted).forEach(sentences::add);
    return sentences.stream().distinct().toList();
  }

  private static String sentence(Places.Drawn source, Places.Drawn target, MovePlans.Plan plan, String key, List<String> failures) {
    if (plan.elements().containsKey(key)) {
      return "It stands at %s, which cannot be moved to where it goes: %s.".formatted(source.label(key),
          String.join("; ", failures));
    }
    return plan.impossible().containsKey(key)
        ? "It stands at %s, which cannot go where it was sent: %s.".formatted(source.label(key), plan.impossible().get(key))
        : "It stands at %s, which %s.".formatted(source.label(key), target.places().containsKey(key) ? "was sent nowhere" : "is gone");
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }
}
