package io.stile.demonstration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/**
 * The PostgreSQL that Stile brings along: it runs beside the JVM, listens on 127.0.0.1 only and keeps its data, durably, in one
 * folder. One Stile at a time uses a folder; what a killed one left running is stopped before the next start.
 */
final class LocalPostgres implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
  private static final String NAME = "stile";

  private final Path folder;
  private final LocalPostgresLock lock;
  private final EmbeddedPostgres server;
  private final String password;

  private LocalPostgres(Path folder, LocalPostgresLock lock, EmbeddedPostgres server, String password) {
    this.folder = folder;
    this.lock = lock;
    this.server = server;
    this.password = password;
  }

  /**
   * Starts PostgreSQL on a folder, which is created if it does not exist.
   *
   * @throws LocalPostgresFailure if another Stile uses the folder or PostgreSQL cannot start on it
   */
  static LocalPostgres start(Path dataFolder) {
    Path folder = LocalPostgresFiles.ownFolder(dataFolder);
    LocalPostgresLock lock = LocalPostgresLock.acquire(folder);
    try {
      LocalPostgresFiles files = new LocalPostgresFiles(folder);
      LocalPostgresOrphan.stop(files.cluster());
      String password = files.password();
      LocalPostgres postgres = new LocalPostgres(folder, lock, new LocalPostgresLaunch(files, password).run(), password);
      postgres.createDatabase();
      return postgres;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Names the port of the pages in the lock, for whoever finds the folder taken. */
  @EventListener
  void pagesAreServed(WebServerInitializedEvent started) {
    lock.namePort(started.getWebServer().getPort());
  }

  /** The folder that holds the data, absolute. */
  Path folder() {
    return folder;
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
  }

  /** The name to sign in with: the owner of the database, not a superuser. */
  String username() {
    return NAME;
  }

  String password() {
    return password;
  }

  private void createDatabase() {
    inSuperuserSession(statement -> {
      if (isMissing(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
        statement.execute("create role " + NAME + " login password '" + password + "'");
      }
      if (isMissing(statement, "select from pg_database where datname = '" + NAME + "'")) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    });
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  /** Stops PostgreSQL; the data stays. To be called after everybody who uses it has let go. */
  @Override
  public void close() {
    try {
      // The library waits five seconds for the end; a checkpoint beforehand leaves little to write then.
      inSuperuserSession(statement -> statement.execute("checkpoint"));
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException e) {
      LOG.warn("PostgreSQL on {} could not be asked for a checkpoint; it recovers at the next start", folder, e);
    } finally {
      lock.close();
    }
  }

  private void inSuperuserSession(SqlWork work) {
    try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
      work.run(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("The local PostgreSQL on " + folder + " refused: " + e.getMessage(), e);
    }
  }

  private interface SqlWork {
    void run(Statement statement) throws SQLException;
  }
}
