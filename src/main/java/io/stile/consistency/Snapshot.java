package io.stile.consistency;

import io.stile.engine.Inventory;
import io.stile.engine.Inventory.RunningProcess;
import io.stile.engine.Inventory.WaitingAlarm;
import io.stile.engine.Inventory.WaitingStep;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What several checks look at, read once within one transaction.
 *
 * @param at        the present instant
 * @param processes what runs in the engine
 * @param steps     what waits for people in the engine
 * @param alarms    what the engine will do by itself
 * @param tasks     the open tasks, the newest first
 */
record Snapshot(JdbcClient jdbc, Instant at, List<RunningProcess> processes, List<WaitingStep> steps,
                List<WaitingAlarm> alarms, List<LiveTask> tasks) {

  static Snapshot take(JdbcClient jdbc, Inventory engine, Instant at) {
    return new Snapshot(jdbc, at, engine.processes(), engine.steps(), engine.alarms(), LiveTask.all(jdbc));
  }
}
