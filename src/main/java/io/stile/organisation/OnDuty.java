package io.stile.organisation;

import java.time.Instant;

/**
 * An employee at work for a department.
 *
 * @param until exclusive: the department closes, his shift ends or his absence begins; null if neither ever happens
 */
public record OnDuty(Employee employee, Instant until) {

  /** The one of two that lasts longer. */
  OnDuty longer(OnDuty other) {
    return until == null || other.until != null && until.isAfter(other.until) ? this : other;
  }
}
