package io.stile.testkit;

import io.stile.testkit.TestPostgres.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of a test's own, which can be stopped and started again: same data, same port. Fast; durable only while the machine runs. */
public final class OwnPostgres implements AutoCloseable {

  private static final String OWNER = "stile";

  private final Path folder;
  private final int port = FreePort.any();
  private EmbeddedPostgres server;

  private OwnPostgres(Path folder) {
    this.folder = folder;
  }

  /** Starts one on an empty folder. */
  public static OwnPostgres start() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      OwnPostgres postgres = new OwnPostgres(Files.createTempDirectory(target, "own-postgres-"));
      postgres.startAgain();
      postgres.execute("create role " + OWNER + " login");
      postgres.execute("create database " + OWNER + " owner " + OWNER);
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one database in it; its owner is no superuser. */
  public Database database() {
    return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + OWNER, OWNER, "");
  }

  /** Stops it as an administrator does: whoever is connected is cut off, what was committed stays. */
  public void stop() {
    try {
      server.close();
      server = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again after {@link #stop} and waits until it answers. */
  public void startAgain() {
    try {
      server = EmbeddedPostgres.builder()
          .setDataDirectory(folder)
          .setCleanDataDirectory(false)
          .setPort(port)
          .setLocaleConfig("locale", TestPostgres.LOCALE)
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setPGStartupWait(Duration.ofMinutes(1))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed on a PostgreSQL of its own", e);
    }
  }

  /** Stops it, if it runs, and forgets its data. */
  @Override
  public void close() {
    if (server != null) {
      stop();
    }
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
