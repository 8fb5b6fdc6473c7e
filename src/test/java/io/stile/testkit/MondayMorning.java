package io.stile.testkit;

import io.stile.demonstration.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.time.DateTimeUtils;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Puts the clock back to {@link TestClock#START} before each class of tests, so that none depends on how far another one
 * travelled; the clock itself cannot go back. The engine reads one clock for the whole JVM: here it gets that of the
 * application under test again, in case another one was started meanwhile.
 */
final class MondayMorning implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext test) {
    ApplicationContext application = SpringExtension.getApplicationContext(test);
    MovableClock clock = application.getBean(MovableClock.class);
    application.getBean(JdbcClient.class).sql("update stile.demonstration_clock set ahead_ms = 0").update();
    @SuppressWarnings("unchecked")
    AtomicReference<Duration> offset = (AtomicReference<Duration>) ReflectionTestUtils.getField(clock, "offset");
    offset.set(Duration.ZERO);
    DateTimeUtils.setCurrentMillisProvider(((Clock) clock)::millis);
  }
}
