package io.stile.promise;

import io.stile.work.StepTarget;
import org.springframework.stereotype.Component;

/** Whom the steps of the process {@code promise} are for: its keeper, and his lead if it is late. */
@Component
class PromiseSteps implements StepTarget {

  static final String PROCESS = "promise";
  static final String KEEP = "UserTask_KeepPromise";

  private final PromiseTable table;
  private final Keepers keepers;

  PromiseSteps(PromiseTable table, Keepers keepers) {
    this.table = table;
    this.keepers = keepers;
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
}
