package io.stile.demonstration.web;

import io.stile.demonstration.TimeTravel;
import io.stile.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves the demonstration's time for programs. */
@RestController
@Profile("!prod")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class DemonstrationClockResource {

  private final TimeTravel timeTravel;

  DemonstrationClockResource(TimeTravel timeTravel) {
    this.timeTravel = timeTravel;
  }

  /**
   * A step forward in time.
   *
   * @param advance how far to move, as an ISO 8601 duration: {@code PT4H}
   */
  record Step(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String advance) {}

  /** Moves time forward; timers that come due on the way run. */
  @PostMapping("/api/v1/demo/clock")
  TimeTravel.Arrival advance(@RequestBody Step step) {
    return Advance.by(step.advance(), timeTravel);
  }

  /** Reads the step and takes it; shared with the page. */
  static final class Advance {

    private Advance() {}

    static TimeTravel.Arrival by(String typed, TimeTravel timeTravel) {
      try {
        return timeTravel.advance(Duration.parse(typed == null ? "" : typed.strip()));
      } catch (DateTimeException unreadable) {
        throw Refusal.invalid("advance", "'%s' is no duration; expected one like PT4H.".formatted(typed));
      } catch (IllegalArgumentException outOfRange) {
        throw Refusal.invalid("advance", outOfRange.getMessage());
      }
    }
  }
}
