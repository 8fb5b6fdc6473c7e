package io.stile.gate;

import io.stile.engine.ModelTrial;
import io.stile.engine.camunda.DecisionTrialForTests;
import io.stile.engine.camunda.FeelForTests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gate without a program around it: a small company, a few words, one model that was published. */
final class GateForTests {

  static final Vocabulary WORDS = new Vocabulary(new Vocabulary.Words(Map.of("tell-owner", Set.of(), "check-authority", Set.of("authorityCents")),
      Set.of("customerTier", "openBalanceCents"), Set.of("stepDue", "promiseDue"), Set.of("role-owner", "role-lead"), Set.of("contracts"),
      Set.of("escalation"), Set.of(), Set.of()));

  private GateForTests() {}

  /** A gate whose engine finds nothing wrong. */
  static Gate gate() {
    return gate(diagram -> List.of());
  }

  static Gate gate(ModelTrial trial) {
    ReservedNames reserved = new ReservedNames(Set.of("promiseDue"));
    return new Gate(trial, new DecisionGate(FeelForTests.feel(), reserved, DecisionTrialForTests.trial()), new FormGate(FeelForTests.feel(), reserved, WORDS), WORDS, reserved, new Company());
  }

  private static final class Company implements Known {

    @Override
    public Set<String> departments() {
      return Set.of("billing", "logistics");
    }

    @Override
    public Set<String> calendars() {
      return Set.of("front-office");
    }

    @Override
    public boolean processOwner(String signIn) {
      return signIn.equals("owner.phone-swap");
    }

    @Override
    public boolean process(String id) {
      return id.equals("phone-swap");
    }

    @Override
    public Optional<String> accountable(String process) {
      return process(process) ? Optional.of("owner.phone-swap") : Optional.empty();
    }

    @Override
    public Optional<byte[]> published(String process, String path) {
      return Optional.empty();
    }
  }
}
