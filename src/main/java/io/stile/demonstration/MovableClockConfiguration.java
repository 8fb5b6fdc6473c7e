package io.stile.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Provides the one clock of every profile but production. */
@Configuration(proxyBeanMethods = false)
@Profile("!prod")
class MovableClockConfiguration {

  /**
   * The clock of the demonstration: it ticks in milliseconds, as the engine stores them.
   *
   * @param jdbc asked for instead of a data source so that Flyway has run before the offset is read
   * @param standsStillAt an ISO instant at which the clock stands until it is moved; empty for the real time
   */
  @Bean
  MovableClock clock(JdbcClient jdbc, @Value("${stile.clock.stands-still-at:#{null}}") Instant standsStillAt) {
    Clock base = standsStillAt == null ? Clock.tickMillis(ZoneOffset.UTC) : Clock.fixed(standsStillAt, ZoneOffset.UTC);
    return new MovableClock(base, jdbc);
  }
}
