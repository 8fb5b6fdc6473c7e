package io.stile.grant;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds what no check before a grant can have let through. Measured by the table and the roles of today, and therefore only for
 * the present month: earlier ones had their own.
 */
@Service
public class Overruns {

  private static final String SUMS = """
      select %s, sum(cents) as cents, min(currency) as currency, array_agg(distinct granted_by) as grantors
      from grant_record where month >= ? and basis in ('AT_ONCE', 'GOODWILL') group by %s""";

  private final Authority authority;
  private final Organisation organisation;
  private final JdbcClient jdbc;
  private final Clock clock;

  Overruns(Authority authority, Organisation organisation, JdbcClient jdbc, Clock clock) {
    this.authority = authority;
    this.organisation = organisation;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The requests, and the customers' months, for which more was granted than anybody might who did. */
  public List<Overrun> ofThisMonth() {
    LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    Stream<Overrun> requests = beyond(month, "request, 'request ' || request as what", "request", authority::forRequest);
    Stream<Overrun> months = beyond(month, "null as request, format('customer %s in %s', customer, to_char(month, 'YYYY-MM')) as what",
        "customer, month", authority::forCustomerMonth);
    return Stream.concat(requests, months).toList();
  }

  private Stream<Overrun> beyond(LocalDate month, String columns, String group, ToLongFunction<String> limit) {
    return jdbc.sql(SUMS.formatted(columns, group)).param(month).query((row, index) -> new Overrun(row.getString("request"),
            row.getString("what"), new Money(row.getLong("cents"), row.getString("currency")),
            new Money(most(row.getArray("grantors"), limit), Authority.CURRENCY))).list().stream()
        .filter(sum -> sum.granted().minorUnits() > sum.limit().minorUnits());
  }

  private long most(Array grantors, ToLongFunction<String> limit) {
    try {
      return Arrays.stream((String[]) grantors.getArray())
          .map(grantor -> organisation.employee(grantor).map(Employee::authority).orElseThrow())
          .mapToLong(limit).max().orElse(0);
    } catch (SQLException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
