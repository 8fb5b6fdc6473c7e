package io.stile.engine.camunda;

import io.stile.engine.Inventory;
import io.stile.engine.Inventory.WaitingAlarm.Kind;
import io.stile.engine.ModelVersion;
import io.stile.engine.StepId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the engine's own tables: its queries would build an object for each of tens of thousands of rows, and know no snapshot. */
@Component
class CamundaInventory implements Inventory {

  private static final String PROCESSES = """
      select i.business_key_, i.proc_def_id_, d.key_, (
        select min(v.text_) from act_ru_variable v where v.execution_id_ = i.id_ and v.name_ in (:subjects)) as subject
      from act_ru_execution i join act_re_procdef d on d.id_ = i.proc_def_id_
      where i.parent_id_ is null""";

  private static final String STEPS = """
      select t.id_, i.business_key_, d.key_, t.task_def_key_, t.due_date_
      from act_ru_task t join act_ru_execution i on i.id_ = t.proc_inst_id_
        join act_re_procdef d on d.id_ = t.proc_def_id_""";

  private static final String ALARMS = """
      select t.id_ as step, i.business_key_, d.key_, j.handler_type_, j.handler_cfg_, j.duedate_, j.retries_
      from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_
        join act_re_procdef d on d.id_ = j.process_def_id_
        left join act_ru_task t on t.execution_id_ = j.execution_id_
      where j.type_ = 'timer'""";

  private final JdbcClient jdbc;

  CamundaInventory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<RunningProcess> processes() {
    return jdbc.sql(PROCESSES).param("subjects", ModelElements.SUBJECTS)
        .query((row, index) -> new RunningProcess(row.getString("business_key_"), row.getString("key_"),
            new ModelVersion(row.getString("proc_def_id_")), row.getString("subject"))).list();
  }

  @Override
  public List<WaitingStep> steps() {
    return jdbc.sql(STEPS).query((row, index) -> new WaitingStep(new StepId(row.getString("id_")),
        row.getString("business_key_"), row.getString("key_"), row.getString("task_def_key_"),
        instant(row, "due_date_"))).list();
  }

  @Override
  public List<WaitingAlarm> alarms() {
    return jdbc.sql(ALARMS).query(CamundaInventory::alarm).list();
  }

  private static WaitingAlarm alarm(ResultSet row, int index) throws SQLException {
    String step = row.getString("step");
    String element = row.getString("handler_cfg_").split("\\$")[0];
    return new WaitingAlarm(step == null ? null : new StepId(step), row.getString("business_key_"),
        row.getString("key_"), element, kind(row.getString("handler_type_")), instant(row, "duedate_"),
        row.getInt("retries_") == 0);
  }

  private static Kind kind(String handler) {
    return switch (handler) {
      case "timer-task-listener" -> Kind.WARNING;
      case "timer-transition" -> Kind.BOUNDARY;
      default -> Kind.BETWEEN;
    };
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
