package io.stile.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stile.testkit.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MovableClockTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private JdbcClient jdbc;

  @BeforeEach
  void createDatabase() {
    TestPostgres.Database database = TestPostgres.createDatabase();
    DriverManagerDataSource source = new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    Flyway.configure().dataSource(source).schemas("stile").target("000.2").load().migrate();
    jdbc = JdbcClient.create(source);
  }

  private MovableClock clock() {
    return new MovableClock(Clock.fixed(START, ZoneOffset.UTC), jdbc);
  }

  @Test
  void beginsWithTheRealTime() {
    assertThat(clock().instant()).isEqualTo(START);
    assertThat(clock().offset()).isZero();
  }

  @Test
  void addsUpWhatItIsMoved() {
    MovableClock clock = clock();

    clock.advance(Duration.ofHours(4));

    assertThat(clock.advance(Duration.ofMillis(1))).isEqualTo(START.plus(Duration.ofHours(4)).plusMillis(1));
    assertThat(clock.offset()).isEqualTo(Duration.ofHours(4).plusMillis(1));
  }

  @Test
  void isWhereItWasAfterARestart() {
    clock().advance(Duration.ofDays(3));

    assertThat(clock().instant()).isEqualTo(START.plus(Duration.ofDays(3)));
  }

  @Test
  void movesFromWhereAnotherNodeHasMovedIt() {
    MovableClock here = clock();
    clock().advance(Duration.ofHours(1));

    here.advance(Duration.ofHours(2));

    assertThat(here.offset()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void refusesToMoveBackAndStaysWhereItIs() {
    MovableClock clock = clock();

    assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofMillis(-1))).withMessageContaining("PT-0.001S");
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void movesTogetherWithItselfInAnotherZone() {
    MovableClock clock = clock();
    Clock lisbon = clock.withZone(ZoneId.of("Europe/Lisbon"));

    clock.advance(Duration.ofMinutes(5));

    assertThat(lisbon.instant()).isEqualTo(clock.instant());
    assertThat(lisbon.getZone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
  }
}
