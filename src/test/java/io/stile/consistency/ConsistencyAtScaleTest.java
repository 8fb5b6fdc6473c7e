package io.stile.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Forty thousand open requests, each with an open task: what was measured is a few seconds, the bound leaves room for a busy machine. */
@StileTest
@Transactional
@Tag("long")
class ConsistencyAtScaleTest {

  private static final Logger LOG = LoggerFactory.getLogger(ConsistencyAtScaleTest.class);
  private static final int COPIES = 40_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired Consistency consistency;
  @Autowired Requesting people;
  @Autowired JdbcClient jdbc;

  @Test
  void looksAtFortyThousandTasksInSeconds() {
    Request request = people.phoneSwap();
    long foundBefore = consistency.check().total();
    copy("request", "number = '%s'".formatted(request.number()), "'number', " + number("number"));
    for (String table : new String[] {"task", "promise", "journal", "clock_fact", "tenure"}) {
      copy(table, "request = '%s'".formatted(request.number()), "'id', " + id("id") + ", 'request', " + number("request")
          + (table.equals("task") ? ", 'step', " + text("step") : "")
          + (table.equals("clock_fact") ? ", 'clock', case when clock like '%:%' then split_part(clock, ':', 1) || ':' || "
              + id("split_part(clock, ':', 2)::bigint") + " else clock end" : ""));
    }
    String instances = "(select id_ from act_ru_execution where business_key_ = '%s')".formatted(request.number());
    copy("act_ru_execution", "proc_inst_id_ in " + instances, "'id_', " + text("id_") + ", 'parent_id_', " + text("parent_id_")
        + ", 'proc_inst_id_', " + text("proc_inst_id_") + ", 'business_key_', " + number("business_key_"));
    copy("act_ru_variable", "name_ = 'promise' and proc_inst_id_ in " + instances, "'id_', " + text("id_") + ", 'execution_id_', "
        + text("execution_id_") + ", 'proc_inst_id_', null, 'var_scope_', " + text("var_scope_") + ", 'text_', " + id("text_::bigint") + "::text");
    copy("act_ru_task", "proc_inst_id_ in " + instances, "'id_', " + text("id_") + ", 'execution_id_', " + text("execution_id_")
        + ", 'proc_inst_id_', " + text("proc_inst_id_"));
    copy("act_ru_job", "process_instance_id_ in " + instances, "'id_', " + text("id_") + ", 'execution_id_', " + text("execution_id_")
        + ", 'process_instance_id_', " + text("process_instance_id_"));
    jdbc.sql("analyze request, task, promise, journal, clock_fact, tenure, act_ru_execution, act_ru_variable, act_ru_task, act_ru_job")
        .update();

    ConsistencyReport report = consistency.check();

    report.checks().forEach(check -> LOG.info("{}: {} of {}", check.name(), check.findings(), check.compared()));
    LOG.info("took {}", report.took());
    assertThat(report.findings()).filteredOn(finding -> String.valueOf(finding.request()).startsWith("SR-9")).isEmpty();
    assertThat(report.total()).isEqualTo(foundBefore);
    assertThat(report.took()).isLessThan(PATIENCE);
  }

  private static String number(String column) {
    return "case when " + column + " is not null then 'SR-9' || lpad(i::text, 9, '0') end";
  }

  private static String id(String column) {
    return "(" + column + " + i::bigint * 10000000)";
  }

  private static String text(String column) {
    return "(" + column + " || '-' || i)";
  }

  /** Copies the rows, with some columns changed. */
  private void copy(String table, String where, String changes) {
    String sql = """
        insert into %1$s overriding system value select copied.*
        from (select * from %1$s where %3$s) one, generate_series(1, %2$d) i,
          lateral jsonb_populate_record(one::%1$s, jsonb_build_object(%4$s)) copied""".formatted(table, COPIES, where, changes);
    LOG.info("{}: {} rows", table, jdbc.sql(sql).update());
  }
}
