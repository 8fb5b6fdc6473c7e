package io.stile.demonstration;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells a newcomer, once everything runs, where to go and whom to sign in as. */
@Component
@Profile("!prod")
class StartBanner {

  private static final Logger LOG = LoggerFactory.getLogger(StartBanner.class);

  private final Environment environment;
  private final ObjectProvider<LocalPostgres> postgres;
  private final MovableClock clock;

  StartBanner(Environment environment, ObjectProvider<LocalPostgres> postgres, MovableClock clock) {
    this.environment = environment;
    this.postgres = postgres;
    this.clock = clock;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    LOG.info(text(event.getTimeTaken()));
  }

  private String text(Duration taken) {
    LocalPostgres local = postgres.getIfAvailable();
    String data = local == null ? "in the database of spring.datasource.url" : local.folder().toString();
    return """
        Stile is ready (%.1f s).

          Go to      http://localhost:%s
          Sign in    front1 (front office), logistics1, billing1, network1 (departments),
                     front.lead, owner.phone-swap, manager, admin; the password of each is: stile
          Data       %s
          Time       %s%s
        """.formatted(taken.toMillis() / 1000.0, environment.getProperty("local.server.port"), data, clock.instant(),
        clock.offset().isZero() ? "" : " (" + clock.offset() + " ahead of the real time)").indent(2).stripTrailing();
  }
}
