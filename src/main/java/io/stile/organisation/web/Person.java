package io.stile.organisation.web;

import io.stile.organisation.Employee;
import java.time.Instant;
import java.util.Map;

/**
 * An employee as the page of people shows him. Why somebody is absent is nobody's business.
 *
 * @param state whether he can be reached now
 * @param until until when that holds; null for ever, or where it is the department that is closed
 * @param lead whether he leads the department that he is shown with
 * @param deputy name of who stands in while he is absent; null for nobody
 */
record Person(Employee employee, State state, Instant until, boolean lead, String deputy) {

  enum State { ON_DUTY, ABSENT, OFF_DUTY }

  public boolean onDuty() {
    return state == State.ON_DUTY;
  }

  public boolean absent() {
    return state == State.ABSENT;
  }

  /** With the name of his deputy instead of the sign-in name. */
  Person named(Map<String, String> names) {
    return new Person(employee, state, until, lead, deputy == null ? null : names.getOrDefault(deputy, deputy));
  }
}
