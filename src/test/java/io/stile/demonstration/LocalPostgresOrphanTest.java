package io.stile.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresOrphanTest {

  @TempDir
  Path cluster;

  @Test
  void leavesAnotherProgramWithTheNumberInPeaceAndForgetsTheNumber() throws IOException {
    Process other = new ProcessBuilder("cat").start();
    Path pidFile = Files.writeString(cluster.resolve("postmaster.pid"), other.pid() + "\n" + cluster + "\n");

    LocalPostgresOrphan.stop(cluster);

    assertThat(other.isAlive()).isTrue();
    assertThat(pidFile).doesNotExist();
    other.destroy();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no number", "999999999"})
  void leavesToPostgresWhatNamesNoLivingProcess(String content) throws IOException {
    Path pidFile = Files.writeString(cluster.resolve("postmaster.pid"), content);

    LocalPostgresOrphan.stop(cluster);

    assertThat(pidFile).exists();
  }
}
