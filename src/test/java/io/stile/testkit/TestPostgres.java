package io.stile.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** The one PostgreSQL of a test run: fast and forgetful. It starts with the first database that somebody asks for. */
public final class TestPostgres {

  /** Under "C" an umlaut is no letter; a Mac has no C.UTF-8. */
  static final String LOCALE =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "en_US.UTF-8" : "C.UTF-8";
  private static final String OWNER = "stile";
  /** The server trusts whoever comes from this machine; but production insists on a password. */
  private static final String PASSWORD = "not asked for";
  private static final AtomicInteger CREATED = new AtomicInteger();

  private TestPostgres() {
  }

  /** Where a database is and how to sign in; its owner is no superuser, as in earnest. */
  public record Database(String jdbcUrl, String username, String password) {
  }

  /** Creates an empty database; it ends with the test run. */
  public static Database createDatabase() {
    return createDatabase("");
  }

  /** Creates an empty database that differs from the usual, for example {@code locale 'C' template template0}. */
  public static Database createDatabase(String options) {
    String name = "test_" + CREATED.incrementAndGet();
    execute("create database " + name + " owner " + OWNER + " " + options);
    return new Database("jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/" + name, OWNER, PASSWORD);
  }

  /** A role of its own that may connect to a database, and nothing else. */
  public static Database stranger(Database database) {
    String role = "stranger_" + CREATED.incrementAndGet();
    execute("create role " + role + " login");
    return new Database(database.jdbcUrl(), role, PASSWORD);
  }

  private static void execute(String sql) {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed on the PostgreSQL of the tests", e);
    }
  }

  private static final class Server {

    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
            .setDataDirectory(Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "postgres-"))
            .setLocaleConfig("locale", LOCALE)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("full_page_writes", "off")
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofMinutes(1))
            .start();
        // After the applications: they still write while they end.
        SpringApplication.getShutdownHandlers().add(() -> stop(server));
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("create role " + OWNER + " login");
        }
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException("The PostgreSQL of the tests does not take orders", e);
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
