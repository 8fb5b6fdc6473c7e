package io.stile.demonstration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One start of the PostgreSQL on the files of a data folder. */
final class LocalPostgresLaunch {

  /** Recovery after a crash of a large database takes minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final int TOLD_LINES = 8;

  private final LocalPostgresFiles files;
  private final String password;

  LocalPostgresLaunch(LocalPostgresFiles files, String password) {
    this.files = files;
    this.password = password;
  }

  /**
   * Prepares the cluster if there is none, starts the server and waits until it answers.
   *
   * @throws LocalPostgresFailure with the server's last words, if it does not start
   */
  EmbeddedPostgres run() {
    FutureTask<EmbeddedPostgres> start = new FutureTask<>(this::start);
    Thread thread = new Thread(start, "postgres-start");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return start.get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (saysThatItCannot()) {
          start.cancel(true);
          throw failure(null);
        }
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      } catch (InterruptedException e) {
        start.cancel(true);
        Thread.currentThread().interrupt();
        throw failure(e);
      }
    }
  }

  private EmbeddedPostgres start() throws IOException {
    Files.deleteIfExists(files.startLog());
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
        .setDataDirectory(files.cluster())
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(files.programs().toFile())
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setOutputRedirector(Redirect.appendTo(files.startLog().toFile()))
        .setErrorRedirector(Redirect.appendTo(files.startLog().toFile()))
        .setDataDirectoryCustomizer(cluster -> files.clusterPrepared())
        .setConnectConfig("password", password);
    clusterOptions(builder);
    serverOptions(builder);
    return builder.start();
  }

  /** The library hands these on to initdb as they are, whatever its method is called; later ones win over its own "trust". */
  private void clusterOptions(EmbeddedPostgres.Builder builder) {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    builder.setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", files.newPasswordFile().toString())
        // Not the environment's: under "C" an umlaut is no letter, neither for lower() nor for the search of similar names.
        .setLocaleConfig("locale", mac ? "en_US.UTF-8" : "C.UTF-8");
  }

  /** The library's defaults are for data that is thrown away. */
  private static void serverOptions(EmbeddedPostgres.Builder builder) {
    builder.setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "100")
        .setServerConfig("logging_collector", "on")
        .setServerConfig("log_filename", "postgres-%a.log")
        .setServerConfig("log_truncate_on_rotation", "on");
  }

  /** The library only looks whether the server answers; that pg_ctl has given up long ago stands in its output. */
  private boolean saysThatItCannot() {
    return output().contains("could not start server");
  }

  private LocalPostgresFailure failure(Throwable cause) {
    return new LocalPostgresFailure("PostgreSQL does not start on " + files.cluster() + ":\n" + lastWords(),
        "See " + files.startLog() + " and " + files.cluster().resolve("log") + ", or use another folder with --stile.data-dir=<folder>.",
        cause);
  }

  private String lastWords() {
    var lines = output().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
  }

  private String output() {
    Path log = files.startLog();
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
