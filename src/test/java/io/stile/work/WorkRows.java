package io.stile.work;

import io.stile.engine.ModelVersion;
import io.stile.engine.StepId;
import io.stile.request.Request;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the work list that no process stands behind, for what lists and claims do with many of them. */
final class WorkRows {

  private final TaskTable tasks;
  private final JdbcClient jdbc;
  private final Request request;
  private final String type;

  /** @param type the type of all rows, so that they can be told from others' */
  WorkRows(TaskTable tasks, JdbcClient jdbc, Request request, String type) {
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.request = request;
    this.type = type;
  }

  /** An open task of a department; due is null for none. */
  long open(String department, Instant due) {
    return insert(department, due, null);
  }

  /** An open task that whoever has done a step may not do. */
  long openNotBy(String department, String step) {
    return insert(department, null, step);
  }

  private long insert(String department, Instant due, String notBy) {
    return tasks.insert(new Task(0, new StepId("row-" + UUID.randomUUID()), request.number().value(), type,
        request.customer(), new ModelVersion("none"), "none", "Row", "Row", null, department, null, null,
        Task.State.OPEN, null, notBy, request.openedAt(), null, null, due, null, null, null, null, null, 0, null));
  }

  void remove(long id) {
    jdbc.sql("delete from task where id = ?").param(id).update();
  }

  void removeAll() {
    jdbc.sql("delete from task where type = ?").param(type).update();
  }
}
