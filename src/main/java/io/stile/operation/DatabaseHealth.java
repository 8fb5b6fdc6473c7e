package io.stile.operation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Whether PostgreSQL answers, told within about two seconds: a connection of its own, because one of the pool would be waited for as long as
 * visitors wait, and a pool that is busy is no reason to send visitors away. Whoever asks more often gets the last answer.
 */
@Component("database")
class DatabaseHealth implements HealthIndicator {

  private static final String PATIENCE_SECONDS = "1";
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final JdbcConnectionDetails database;
  private final Properties properties = new Properties();
  private Health last;
  private long at;

  DatabaseHealth(JdbcConnectionDetails database) {
    this.database = database;
    properties.setProperty("user", String.valueOf(database.getUsername()));
    properties.setProperty("password", String.valueOf(database.getPassword()));
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    properties.setProperty("socketTimeout", PATIENCE_SECONDS);
    properties.setProperty("ApplicationName", "stile health");
  }

  @Override
  public synchronized Health health() {
    if (last == null || System.nanoTime() - at > FRESH_NANOS) {
      last = look();
      at = System.nanoTime();
    }
    return last;
  }

  private Health look() {
    try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties)) {
      return Health.up().withDetail("database", "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()).build();
    } catch (SQLException away) {
      return Health.down().withDetail("state", String.valueOf(away.getSQLState())).build();
    }
  }
}
