package io.stile.testkit;

import io.stile.testkit.TestPostgres.Database;

/** A {@link Node} in the profile of production, with nothing but what its environment says. */
public final class Production {

  /** What the first administrator signs in with for the first time. */
  public static final String FIRST_PASSWORD = "correct-horse-battery";

  private Production() {}

  /**
   * A node, not yet started, whose first administrator is {@code ada}.
   *
   * @param smtp port of the mail server on this machine
   */
  public static Node on(Database database, int smtp) {
    Node node = Node.bare();
    return node.environment("SPRING_PROFILES_ACTIVE", "prod")
        .environment("SPRING_DATASOURCE_URL", database.jdbcUrl())
        .environment("SPRING_DATASOURCE_USERNAME", database.username())
        .environment("SPRING_DATASOURCE_PASSWORD", "pg-Secret-1")
        .environment("SPRING_MAIL_HOST", "127.0.0.1")
        .environment("SPRING_MAIL_PORT", String.valueOf(smtp))
        .environment("STILE_MAIL_FROM", "Stile <stile@example.org>")
        .environment("STILE_MAIL_SITE", "http://localhost:" + node.port())
        .environment("SERVER_ADDRESS", "127.0.0.1")
        .environment("SERVER_FORWARD_HEADERS_STRATEGY", "native")
        .environment("STILE_ADMIN_SIGN_IN", "ada")
        .environment("STILE_ADMIN_NAME", "Ada Stone")
        .environment("STILE_ADMIN_EMAIL", "ada@example.org")
        .environment("STILE_ADMIN_PASSWORD", FIRST_PASSWORD);
  }
}
