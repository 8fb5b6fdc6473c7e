package io.stile.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.StileTest;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Results are to come as one types, also with very many customers. */
@StileTest
@Transactional
@Tag("long")
class CustomerSearchAtScaleTest {

  private static final Duration AS_ONE_TYPES = Duration.ofMillis(300);
  private static final String[] TYPED = {"Ada Stone", "Adda Ston", "Stoen", "an", "Müller", "Mülller-Lüdenscheit", "030/123 45", "030 1234", "345",
      "ada.stone@example.org", "example", "ada.stne@example.org", "C-204417", "2044", "no such person at all"};

  @Autowired
  Customers customers;
  @Autowired
  JdbcClient jdbc;

  @Test
  void findsAmongAHundredThousandCustomersAsOneTypes() {
    addCustomers(100_000);

    for (String typed : TYPED) {
      assertThat(median(typed)).as(typed).isLessThan(AS_ONE_TYPES);
    }
  }

  private Duration median(String typed) {
    long[] times = LongStream.range(0, 5).map(run -> time(typed)).sorted().toArray();
    return Duration.ofNanos(times[times.length / 2]);
  }

  private long time(String typed) {
    long started = System.nanoTime();
    customers.find(typed, 10);
    return System.nanoTime() - started;
  }

  private void addCustomers(int number) {
    jdbc.sql("""
        with first_name as (select row_number() over () - 1 as at, name from unnest(array['Anna', 'Jörg', 'Łukasz', 'Aisha', 'Chinedu', 'Mehmet',
              'Sofia', 'Nguyễn', 'Priya', 'Ada', 'José', 'Hans-Jürgen', 'Fatima', 'Zoë', 'Björn', 'Åsa']) as name),
             customer_name as (select i, first_name.name || ' ' || initcap(substr(md5(i::text), 1, 3)) || (array['mann', 'berg', 'son', 'ez', 'ova',
              'stein', 'müller', 'sen', 'ić', 'oğlu'])[1 + i % 10] as name from generate_series(1, :number) i join first_name on first_name.at = i % 16)
        insert into customer (name, phone, email, created_at)
        select name, '+4930' || (1000000 + i * 37), replace(folded(name), ' ', '.') || i || '@example.org', now() from customer_name""")
        .param("number", number).update();
    jdbc.sql("""
        insert into contract (number, customer, currency, phone_number)
        select 'X-' || (5000000 + id), id, 'EUR', '+49171' || (1000000 + id * 7) from customer""").update();
    jdbc.sql("analyze customer, contract").update();
  }
}
