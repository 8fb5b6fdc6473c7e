package io.stile.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.TestPostgres.Database;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What a database says of planned publications and of requests that move, whether a node runs or not. */
final class Moves {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Moves(Database database) {
    DriverManagerDataSource source = new DriverManagerDataSource(database.jdbcUrl() + "?currentSchema=public,stile", database.username(),
        database.password());
    jdbc = JdbcClient.create(source);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  /** Has a version be published as soon as a node looks, as if its author had set that date. */
  void plan(String model, String note, Map<String, byte[]> files) {
    transaction.executeWithoutResult(whole -> insertPlan(model, note, files));
  }

  private void insertPlan(String model, String note, Map<String, byte[]> files) {
    long plan = jdbc.sql("""
        with now as (select now() + (select ahead_ms from demonstration_clock) * interval '1 ms' as at)
        insert into planned_publication (model, source, note, author, drawn_by, based_on, digest, asked_at, publish_at, approval, state)
        select ?, 'EDITED', ?, 'owner.phone-swap', array['owner.phone-swap'], ?, 'of the test', at, at, false, 'PLANNED' from now
        returning id""").params(model, note, newest(model)).query(Long.class).single();
    files.forEach((path, content) ->
        jdbc.sql("insert into planned_publication_file (plan, path, content) values (?, ?, ?)").params(plan, path, content).update());
  }

  String planState(String note) {
    return jdbc.sql("select state from planned_publication where note = ?").param(note).query(String.class).single();
  }

  /** How many publications have this note. */
  int published(String note) {
    return jdbc.sql("select count(*) from publication where note = ?").param(note).query(Integer.class).single();
  }

  /** How many versions the engine has of a process. */
  int versions(String process) {
    return jdbc.sql("select count(*) from act_re_procdef where key_ = ?").param(process).query(Integer.class).single();
  }

  String newest(String process) {
    return jdbc.sql("select id_ from act_re_procdef where key_ = ? order by version_ desc limit 1").param(process).query(String.class).single();
  }

  /** The ids of the open tasks of these requests at a step. */
  List<Long> waitingFor(String step, List<String> requests) {
    return jdbc.sql("select id from task where step_key = ? and request = any(?) and state in ('OPEN', 'CLAIMED') order by id")
        .params(step, requests.toArray(String[]::new)).query(Long.class).list();
  }

  int moved(long migration) {
    return jdbc.sql("select count(*) from migration_item where migration = ? and outcome = 'MOVED'").param(migration).query(Integer.class).single();
  }

  /** How many requests a migration is about. */
  int all(long migration) {
    return jdbc.sql("select count(*) from migration_item where migration = ?").param(migration).query(Integer.class).single();
  }

  boolean isDone(long migration) {
    return jdbc.sql("select state = 'DONE' from migration where id = ?").param(migration).query(Boolean.class).single();
  }

  /**
   * Where everything stands, whatever version it follows, in lines that can be compared.
   *
   * @param processes the elements at which the process of each request stands
   * @param timers    what goes off when
   * @param tasks     the work that is to be done, by whom and until when
   * @param clocks    the facts of every clock
   */
  record Standing(List<String> processes, List<String> timers, List<String> tasks, List<String> clocks) {}

  Standing standing() {
    return new Standing(lines("""
        select i.business_key_ || ' ' || (select string_agg(e.act_id_, ' ' order by e.act_id_) from act_ru_execution e
          where e.proc_inst_id_ = i.id_ and e.act_id_ is not null)
        from act_ru_execution i where i.parent_id_ is null"""), lines("""
        select i.business_key_ || ' ' || j.handler_type_ || ' ' || coalesce(j.handler_cfg_, '') || ' ' || j.duedate_
        from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_ where j.type_ = 'timer'"""), lines("""
        select concat_ws(' ', request, id, step, step_key, state, assignee, department, due_at, warn_at, late_at)
        from task where state in ('OPEN', 'CLAIMED')"""), lines("select clock_fact::text from clock_fact"));
  }

  private List<String> lines(String select) {
    return jdbc.sql(select + " order by 1").query(String.class).list();
  }

  /** Every running request of a type is on this version, in all tables alike, and its journal tells each of its moves once. */
  void expectAllOn(String type, String version, int moves) {
    assertThat(lines("select distinct model from request where state = 'OPEN' and type = '%s'".formatted(type))).containsExactly(version);
    assertThat(lines("select distinct model from task where state in ('OPEN', 'CLAIMED') and process = '%s'".formatted(type))).containsExactly(version);
    String ofType = "act_re_procdef d on d.id_ = proc_def_id_ and d.key_ = '%s'".formatted(type);
    assertThat(lines("select distinct proc_def_id_ from act_ru_execution join " + ofType)).containsExactly(version);
    assertThat(lines("select distinct proc_def_id_ from act_ru_task join " + ofType)).containsExactly(version);
    assertThat(lines("select business_key_ from act_ru_execution join " + ofType + " where parent_id_ is null group by 1 having count(*) > 1")).isEmpty();
    assertThat(lines("""
        select number from request r where state = 'OPEN' and type = '%s'
          and (select count(*) from journal j where j.request = r.number and j.kind = 'VERSION_CHANGED') <> %d""".formatted(type, moves))).isEmpty();
  }
}
