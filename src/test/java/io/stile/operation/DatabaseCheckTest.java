package io.stile.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.testkit.TestPostgres;
import io.stile.testkit.TestPostgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

  private final Database database = TestPostgres.createDatabase();

  @Test
  void isContentWithAnEmptyDatabaseThatTheRoleOwns() {
    assertThatCode(() -> check(database)).doesNotThrowAnyException();
  }

  @Test
  void saysThatNobodyAnswers() {
    String url = "jdbc:postgresql://127.0.0.1:1/stile";

    assertRefusal(new Database(url, "stile", "pg-Secret-1"), "does not answer within 10 seconds, or refuses the connection");
  }

  @Test
  void saysHowToCreateADatabaseThatIsMissing() {
    assertRefusal(new Database(database.jdbcUrl() + "_other", database.username(), "pg-Secret-1"), "has no such database", "create database");
  }

  @Test
  void saysThatTheRoleIsNotLetIn() {
    assertRefusal(new Database(database.jdbcUrl(), "nobody", "pg-Secret-1"), "does not let the role 'nobody' in");
  }

  @Test
  void namesEachRightThatIsMissing() {
    Database stranger = TestPostgres.stranger(database);

    assertRefusal(stranger, "may not create tables in the schema public", "may not create the schema stile",
        "cannot create them: btree_gist, pg_trgm, unaccent");
  }

  @Test
  void needsAVersionThatKnowsOurConstraints() throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), "");
        Statement statement = connection.createStatement()) {
      assertThat(DatabaseCheck.problems(statement, 14, "stile")).singleElement().asString()
          .contains("It is version 14. Stile needs PostgreSQL 15 or newer");
      assertThat(DatabaseCheck.problems(statement, 15, "stile")).isEmpty();
    }
  }

  @Test
  void doesNotTakeAStandby() throws SQLException {
    change("default_transaction_read_only = on");

    assertRefusal(database, "It is a standby, or read-only");
  }

  @Test
  void doesNotTakeAnotherIsolation() throws SQLException {
    change("default_transaction_isolation = 'serializable'");

    assertRefusal(database, "is not 'read committed'");
  }

  @Test
  void doesNotTakeADatabaseWhoseLocaleKnowsNoUmlauts() {
    assertRefusal(TestPostgres.createDatabase("locale 'C' template template0"), "does not know the letters of all languages");
  }

  private void change(String setting) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("alter database " + connection.getCatalog() + " set " + setting);
    }
  }

  private static void assertRefusal(Database database, String... words) {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> check(database))
        .satisfies(refused -> assertThat(refused.getMessage()).contains(words).doesNotContain("Secret"))
        .satisfies(refused -> assertThat(refused.action()).contains("docs/production.md"));
  }

  private static void check(Database database) {
    DatabaseCheck.check(database.jdbcUrl(), database.username(), database.password());
  }
}
