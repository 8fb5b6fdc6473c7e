package io.stile.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class LocalPostgresLockTest {

  @TempDir
  Path folder;

  @Test
  void refusesAFolderThatALivingStileUsesAndNamesBoth() throws Exception {
    OtherStile other = OtherStile.locks(folder);
    try {
      assertThatExceptionOfType(LocalPostgresFailure.class).isThrownBy(() -> LocalPostgresLock.acquire(folder))
          .withMessageContaining(folder.toString())
          .withMessageContaining("process " + other.pid())
          .withMessageContaining("http://localhost:8099");
    } finally {
      other.kill();
    }
  }

  @Test
  void takesTheFolderOfAKilledStile() throws Exception {
    OtherStile.locks(folder).kill();

    LocalPostgresLock lock = LocalPostgresLock.acquire(folder);

    lock.close();
  }

  @Test
  void refusesTheSameFolderTwiceInOneProcessUntilItIsLetGo() {
    LocalPostgresLock first = LocalPostgresLock.acquire(folder);
    assertThatExceptionOfType(LocalPostgresFailure.class).isThrownBy(() -> LocalPostgresLock.acquire(folder))
        .withMessageContaining(folder.toString()).withMessageContaining("this process");
    first.close();

    LocalPostgresLock.acquire(folder).close();
  }

  @Test
  void tellsTheFailureInWords() {
    LocalPostgresFailure failure = new LocalPostgresFailure("The folder is in use.", "Use another.");

    FailureAnalysis analysis = new LocalPostgresFailureAnalyzer().analyze(new IllegalStateException(failure));

    assertThat(analysis.getDescription()).isEqualTo("The folder is in use.");
    assertThat(analysis.getAction()).isEqualTo("Use another.");
  }
}
