package io.stile.engine.camunda;

import io.stile.engine.DecisionTrial;

/** The real trial of decision tables, for tests of other modules that need no engine. */
public final class DecisionTrialForTests {

  private DecisionTrialForTests() {}

  public static DecisionTrial trial() {
    return new CamundaDecisionTrial();
  }
}
