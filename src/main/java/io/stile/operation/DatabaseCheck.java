package io.stile.operation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Looks whether a PostgreSQL can be used: it answers, is new enough, and the role may do what the first start and each upgrade do. */
final class DatabaseCheck {

  /** {@code unique nulls not distinct} came with it. */
  private static final int OLDEST = 15;
  private static final String PATIENCE_SECONDS = "10";
  private static final String WHAT = "The PostgreSQL of SPRING_DATASOURCE_URL cannot be used";
  private static final String ACTION = "See \"PostgreSQL\" in docs/production.md, and start again.";

  private DatabaseCheck() {}

  /** @throws StartRefused if the database cannot be used; it names everything that is in the way, and no password */
  static void check(String url, String username, String password) {
    Properties properties = new Properties();
    properties.setProperty("user", username);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    properties.setProperty("socketTimeout", PATIENCE_SECONDS);
    List<String> problems;
    try (Connection connection = DriverManager.getConnection(url, properties); Statement statement = connection.createStatement()) {
      problems = problems(statement, connection.getMetaData().getDatabaseMajorVersion(), username);
    } catch (SQLException failure) {
      throw StartRefused.because(WHAT, List.of(meaningOf(failure, username)), ACTION, failure);
    }
    if (!problems.isEmpty()) {
      throw StartRefused.because(WHAT, problems, ACTION, null);
    }
  }

  private static String meaningOf(SQLException failure, String username) {
    String state = String.valueOf(failure.getSQLState());
    return switch (state) {
      case "28P01", "28000" -> "It does not let the role '%s' in: SPRING_DATASOURCE_USERNAME or SPRING_DATASOURCE_PASSWORD is wrong, or pg_hba.conf does not allow it."
          .formatted(username);
      case "3D000" -> "It has no such database.\nCreate one: create database stile owner %s encoding 'UTF8' locale 'C.UTF-8' template template0".formatted(username);
      case "42501" -> "The role '%s' may not connect to this database.".formatted(username);
      case "53300" -> "It takes no more connections: raise max_connections, or lower SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE of the nodes.";
      case "57P03" -> "It is starting or stopping. Wait until it is ready.";
      case "08001", "08004", "08006" -> "It does not answer within %s seconds, or refuses the connection: is it running, and do host and port stand for it?"
          .formatted(PATIENCE_SECONDS);
      default -> "Connecting fails (SQL state %s).".formatted(state);
    };
  }

  static List<String> problems(Statement database, int version, String username) throws SQLException {
    if (version < OLDEST) {
      return List.of("It is version %d. Stile needs PostgreSQL %d or newer, and is tested with 16.".formatted(version, OLDEST));
    }
    List<String> problems = new ArrayList<>();
    if (isSo(database, "select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean")) {
      problems.add("It is a standby, or read-only. Name the primary; with several hosts in the URL add targetServerType=primary.");
    }
    if (!isSo(database, "select current_setting('server_encoding') = 'UTF8' and lower('Ä') = 'ä'")) {
      problems.add("It does not know the letters of all languages (encoding or locale), and names would not be found.\n"
          + "Create the database with: encoding 'UTF8' locale 'C.UTF-8' template template0");
    }
    if (!isSo(database, "select current_setting('default_transaction_isolation') = 'read committed'")) {
      problems.add("Its default_transaction_isolation is not 'read committed', which the process engine needs.");
    }
    rights(database, username, problems);
    return problems;
  }

  private static void rights(Statement database, String username, List<String> problems) throws SQLException {
    if (!isSo(database, "select has_schema_privilege('public', 'usage') and has_schema_privilege('public', 'create')")) {
      problems.add("The role '%s' may not create tables in the schema public.\nAs a superuser: grant usage, create on schema public to %s"
          .formatted(username, username));
    }
    if (!isSo(database, """
        select coalesce((select has_schema_privilege(oid, 'create') from pg_namespace where nspname = 'stile'),
                        has_database_privilege(current_database(), 'create'))""")) {
      problems.add("The role '%s' may not create the schema stile, or nothing in it.\nMake it the owner of the database, or, as a superuser: create schema stile authorization %s"
          .formatted(username, username));
    }
    String missing = text(database, """
        select string_agg(wanted.name, ', ') from unnest(array['btree_gist', 'pg_trgm', 'unaccent']) as wanted(name)
        where not exists (select 1 from pg_extension where extname = wanted.name)
          and not (has_database_privilege(current_database(), 'create')
            and exists (select 1 from pg_available_extension_versions where name = wanted.name and (trusted or
              (select rolsuper from pg_roles where rolname = current_user))))""");
    if (missing != null) {
      problems.add("Extensions are not there, and the role '%s' cannot create them: %s.\nInstall the package with PostgreSQL's contrib modules, and as a superuser: create extension … schema public"
          .formatted(username, missing));
    }
  }

  private static boolean isSo(Statement database, String question) throws SQLException {
    try (ResultSet row = database.executeQuery(question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static String text(Statement database, String question) throws SQLException {
    try (ResultSet row = database.executeQuery(question)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
