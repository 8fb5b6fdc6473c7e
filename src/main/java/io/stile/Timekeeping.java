package io.stile;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The clock of production. Everywhere else the demonstration provides one that can be moved. */
@Configuration(proxyBeanMethods = false)
@Profile("prod")
class Timekeeping {

  /** Ticks in milliseconds, because the engine stores no finer instants and equal instants must compare equal. */
  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
