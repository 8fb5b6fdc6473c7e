package io.stile.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "signals and file permissions are those of Unix")
class LocalPostgresTest {

  /** One for the class, so that the program files are unpacked once. */
  @TempDir
  static Path folders;

  @Test
  void keepsItsDataDurably() throws SQLException {
    Path folder = folders.resolve("durable");
    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      execute(postgres, "create table kept as select 'told once' as words");

      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
    }
    try (LocalPostgres again = LocalPostgres.start(folder)) {
      assertThat(ask(again, "select words from kept")).isEqualTo("told once");
    }
  }

  @Test
  void letsInOnlyWhoKnowsThePasswordAndOnlyFromThisMachine() throws SQLException, IOException {
    Path folder = folders.resolve("guarded");
    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guessed"))
          .withMessageContaining("password authentication failed");
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(postgres, "show password_encryption")).isEqualTo("scram-sha-256");
      assertThat(ask(postgres, "select rolsuper::text from pg_roles where rolname = current_user")).isEqualTo("false");
      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("postgres.password"))).isEqualTo("rw-------");
      assertThat(Files.readString(folder.resolve("postgres.password"))).contains(postgres.password());
      assertThat(Files.readString(folder.resolve("postgres/pg_hba.conf"))).doesNotContainPattern("(?m)^(local|host).*trust");
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void stopsWhatAKilledStileLeftRunningAndKeepsItsData() throws Exception {
    Path folder = folders.resolve("killed");
    OtherStile killed = OtherStile.startsPostgresOn(folder);
    ProcessHandle orphan = ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0)))
        .orElseThrow();
    killed.kill();
    assertThat(orphan.info().command()).hasValueSatisfying(command -> assertThat(command).endsWith("postgres"));

    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      // An ended process that nobody has reaped still counts as alive, but shows no command.
      assertThat(orphan.info().command()).isEmpty();
      assertThat(ask(postgres, "select words from kept")).isEqualTo("told once");
    }
  }

  @Test
  void startsAnewWhereAFirstStartDidNotFinish() throws IOException, SQLException {
    Path folder = Files.createDirectory(folders.resolve("unfinished"));
    Files.writeString(Files.createDirectory(folder.resolve("postgres")).resolve("postgresql.conf"), "half a file");
    Files.writeString(folder.resolve("postgres.password.new"), "");

    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      assertThat(ask(postgres, "select current_user")).isEqualTo("stile");
    }
  }

  @Test
  void doesNotTouchADatabaseWhosePasswordIsMissing() throws IOException {
    Path folder = Files.createDirectory(folders.resolve("password-missing"));
    Path data = Files.writeString(Files.createDirectory(folder.resolve("postgres")).resolve("PG_VERSION"), "16");

    assertThatExceptionOfType(LocalPostgresFailure.class).isThrownBy(() -> LocalPostgres.start(folder))
        .withMessageContaining(folder.toString())
        .satisfies(failure -> assertThat(failure.action()).contains("postgres.password"));
    assertThat(data).exists();
  }

  @Test
  void tellsTheServersLastWordsWhenItCannotStart() throws IOException {
    Path folder = folders.resolve("misconfigured");
    LocalPostgres.start(folder).close();
    Files.writeString(folder.resolve("postgres/postgresql.auto.conf"), "shared_buffers = 'plenty'\n", StandardOpenOption.APPEND);

    assertThatExceptionOfType(LocalPostgresFailure.class).isThrownBy(() -> LocalPostgres.start(folder))
        .withMessageContaining(folder.toString()).withMessageContaining("plenty");
  }

  static void execute(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(LocalPostgres postgres, String query) throws SQLException {
    try (Connection connection = connect(postgres); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).as(query).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
  }
}
