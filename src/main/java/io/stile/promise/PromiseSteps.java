package io.stile.promise;

import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.work.StepTarget;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whom the steps of the process {@code promise} are for: its keeper, and his lead if it is late. */
@Component
class PromiseSteps implements StepTarget {

  static final String PROCESS = "promise";
  static final String KEEP = "UserTask_KeepPromise";

  private final PromiseTable table;
  private final Keepers keepers;
  private final Journal journal;

  PromiseSteps(PromiseTable table, Keepers keepers, Journal journal) {
    this.table = table;
    this.keepers = keepers;
    this.journal = journal;
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public Target of(String subject, String step) {
    String keeper = table.byId(Long.parseLong(subject)).map(Promise::keeper)
        .orElseThrow(() -> new IllegalArgumentException("There is no promise " + subject));
    return Target.employee(step.equals(KEEP) ? keeper : keepers.leadOver(keeper));
  }

  /** What somebody who leaves was to keep, whoever leads him keeps. */
  @Override
  public boolean passOn(String subject, String step, String from, String by) {
    Promise promise = table.byId(Long.parseLong(subject)).orElseThrow();
    String lead = keepers.leadOver(promise.keeper());
    if (lead.equals(from)) {
      return false;
    }
    if (step.equals(KEEP)) {
      table.setKeeper(promise.id(), lead);
      journal.add(promise.request(), JournalKind.PROMISE_TAKEN_OVER, by,
          Map.of("what", promise.what(), "to", lead, "from", from));
    }
    return true;
  }
}
