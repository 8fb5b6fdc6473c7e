package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.Models;
import io.stile.form.FormSchema;
import io.stile.testkit.StileTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever comes, however broken or hostile, is answered; and what is let through, the engine can run. */
@StileTest
class GateFuzzTest {

  private static final long SEED = 20_261_122;

  @Autowired
  Gate gate;
  @Autowired
  Models models;
  @Autowired
  TransactionTemplate transactions;

  private int tried;
  private int everySoMany;

  @Test
  void answersMutationsOfWhatIsShipped() throws IOException {
    everySoMany = 10;
    fuzz(SEED, Duration.ofSeconds(4));
  }

  @Test
  @Tag("long")
  void answersMutationsOfWhatIsShippedForTenMinutes() throws IOException {
    everySoMany = 100;
    GateFuzz fuzz = fuzz(SEED + 1_000_000, Duration.ofMinutes(10));
    for (Kind kind : Kind.values()) {
      assertThat(fuzz.accepted(kind)).as(kind.word()).isPositive();
    }
  }

  private GateFuzz fuzz(long seed, Duration time) throws IOException {
    GateFuzz fuzz = new GateFuzz(gate::check, this::canRun);
    fuzz.run(seed, time);
    return fuzz;
  }

  private void canRun(String path, byte[] checked) {
    if (path.endsWith(Kind.FORM.suffix())) {
      assertThat(FormSchema.parse(new String(checked, StandardCharsets.UTF_8)).id()).isNotNull();
    } else if (++tried % everySoMany == 0) {
      // Rolled back: nobody but this thread ever sees it.
      transactions.executeWithoutResult(transaction -> {
        transaction.setRollbackOnly();
        models.publish("fuzz", Map.of(path, checked));
      });
    }
  }
}
