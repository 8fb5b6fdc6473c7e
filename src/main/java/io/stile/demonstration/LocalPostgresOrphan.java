package io.stile.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that a killed Stile left running on a cluster. Only to be looked for while our own lock is held. */
final class LocalPostgresOrphan {

  private static final Logger LOG = LoggerFactory.getLogger(LocalPostgresOrphan.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  /** Two minutes: a large cache takes its time to be written. */
  private static final int LOOKS = 1200;

  private LocalPostgresOrphan() {
  }

  /**
   * Stops what still runs on the cluster, and waits for its end.
   *
   * @throws LocalPostgresFailure if it does not end
   */
  static void stop(Path cluster) {
    Path pidFile = cluster.resolve("postmaster.pid");
    Optional<ProcessHandle> process = processIn(pidFile);
    if (process.isEmpty()) {
      return;
    }
    if (runsOn(process.get(), cluster)) {
      LOG.info("Stopping PostgreSQL (process {}), which a killed Stile left running on {}", process.get().pid(), cluster);
      stop(process.get(), cluster);
    }
    forgetProcess(pidFile);
  }

  private static Optional<ProcessHandle> processIn(Path pidFile) {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(pidFile);
      return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a process is a living PostgreSQL of this cluster; one that has ended but that nobody has reaped shows no command. */
  private static boolean runsOn(ProcessHandle process, Path cluster) {
    boolean isPostgres = process.info().command().map(Path::of).map(Path::getFileName).map(Path::toString)
        .filter(name -> name.startsWith("postgres")).isPresent();
    return isPostgres && process.info().arguments().map(Arrays::asList).orElse(List.of()).contains(cluster.toString());
  }

  private static void stop(ProcessHandle process, Path cluster) {
    try {
      // SIGINT is PostgreSQL's fast stop: it ends its sessions and writes everything down. Java itself can only send others.
      new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
      for (int looks = 0; runsOn(process, cluster); looks++) {
        if (looks == LOOKS) {
          throw stillRunning(process, cluster, null);
        }
        waitForExit(process);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stillRunning(process, cluster, e);
    } catch (IOException | ExecutionException e) {
      throw stillRunning(process, cluster, e);
    }
  }

  private static void waitForExit(ProcessHandle process) throws InterruptedException, ExecutionException {
    try {
      process.onExit().get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.trace("PostgreSQL (process {}) is still stopping", process.pid());
    }
  }

  private static LocalPostgresFailure stillRunning(ProcessHandle process, Path cluster, Exception cause) {
    return new LocalPostgresFailure("PostgreSQL (process " + process.pid() + ") still runs on " + cluster + " and does not stop.",
        "Stop it (kill -INT " + process.pid() + ") and start again.", cause);
  }

  /**
   * PostgreSQL takes any living process of this number for itself and refuses to start: after a restart of the machine another
   * program may have the number, and in a container without init a process that has ended keeps it.
   */
  private static void forgetProcess(Path pidFile) {
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
