package io.stile.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@StileTest
class StileTestTest {

  @Autowired
  JdbcClient jdbc;
  @Autowired
  TestClock time;
  @Autowired
  Clock clock;
  @Value("${local.server.port}")
  int port;

  @Test
  void startsOnAFreshDatabaseWithOurTablesAndTheEnginesApart() {
    assertThat(schemaOf("demonstration_clock")).isEqualTo("stile");
    assertThat(schemaOf("event_publication")).isEqualTo("stile");
    assertThat(schemaOf("flyway_schema_history")).isEqualTo("stile");
    assertThat(schemaOf("act_ru_execution")).isEqualTo("public");
    assertThat(port).isPositive();
  }

  private String schemaOf(String table) {
    return jdbc.sql("select table_schema from information_schema.tables where table_name = ?").param(table)
        .query(String.class).single();
  }

  @Test
  void findsWhatTheExtensionsOfferOnTheSearchPath() {
    assertThat(jdbc.sql("select similarity('Müller', 'Mueller')").query(Double.class).single()).isPositive();
    assertThat(jdbc.sql("select unaccent('Ärger')").query(String.class).single()).isEqualTo("Arger");
    assertThat(jdbc.sql("select lower('ÄRGER')").query(String.class).single()).isEqualTo("ärger");
  }

  @Test
  void movesTheApplicationsClock() {
    Instant before = time.now();

    time.advance(Duration.ofHours(4));

    assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(4))).isEqualTo(time.now());
    assertThat(jdbc.sql("select ahead_ms from stile.demonstration_clock").query(Long.class).single())
        .isEqualTo(Duration.between(Instant.parse(TestClock.START), time.now()).toMillis());
  }

  @Test
  void doesNotMoveTheClockBack() {
    Instant past = time.now().minusMillis(1);

    assertThatIllegalArgumentException().isThrownBy(() -> time.advanceTo(past)).withMessageContaining(past.toString());
  }

  @Test
  void standsStillUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(clock.instant());
  }
}
