package io.stile.catalogue;

import io.stile.engine.ModelRefused;
import io.stile.engine.UnitOfWork;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes what was planned for a date, once however many nodes there are: each holds the row while it publishes, and a kill gives it back. */
@Component
class PlannedDates {

  private static final Logger LOG = LoggerFactory.getLogger(PlannedDates.class);

  private final PlannedPublications plans;
  private final PlanTable table;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  PlannedDates(PlannedPublications plans, PlanTable table, UnitOfWork unitOfWork, Clock clock) {
    this.plans = plans;
    this.table = table;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Publishes everything whose date has come. What cannot be published does not keep the next one from it. */
  void publishDue() {
    boolean more = true;
    while (more) {
      more = publishOne();
    }
  }

  private boolean publishOne() {
    Long[] held = new Long[1];
    try {
      return unitOfWork.of(() -> {
        table.lockDue(clock.instant()).ifPresent(plan -> held[0] = plan.id());
        return held[0] != null && plans.publishDue().isPresent();
      });
    } catch (PublicationRefused | ModelRefused refused) {
      LOG.warn("A planned publication was refused: {}", refused.getMessage());
      unitOfWork.run(() -> plans.refuse(held[0], refused.getMessage()));
      return true;
    }
  }
}
