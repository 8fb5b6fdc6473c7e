package io.stile.grant;

import io.stile.engine.Decisions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much somebody may grant on his own authority: what {@code bpmn/credit-authority.dmn} says, for his role. */
@Component
class Authority {

  /** The currency in which the table names its amounts. */
  static final String CURRENCY = "EUR";

  private static final String TABLE = "credit-authority";

  private final Decisions decisions;

  Authority(Decisions decisions) {
    this.decisions = decisions;
  }

  /** The most for one request, in minor units; zero without authority. */
  long forRequest(String role) {
    return limit(role, "request");
  }

  /** The most for one customer in one calendar month, whoever grants it, in minor units; zero without authority. */
  long forCustomerMonth(String role) {
    return limit(role, "customer-month");
  }

  private long limit(String role, String span) {
    Object limit = decisions.evaluate(TABLE, Map.of("role", role, "span", span));
    return limit instanceof Number number ? number.longValue() : 0;
  }
}
