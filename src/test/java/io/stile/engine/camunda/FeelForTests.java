package io.stile.engine.camunda;

import io.stile.engine.Feel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The real FEEL on 1 March 2025, for tests of other modules that need no engine. */
public final class FeelForTests {

  private FeelForTests() {}

  public static Feel feel() {
    return new ScalaFeel(Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC));
  }
}
