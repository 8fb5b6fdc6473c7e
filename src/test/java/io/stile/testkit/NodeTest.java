package io.stile.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodeTest {

  @Test
  void livesThroughWhatHappensToNodes() {
    try (Node node = Node.on(TestPostgres.createDatabase()).start()) {
      assertThat(node.status("/sign-in")).isEqualTo(200);

      node.freeze();
      assertThat(node.isHealthy()).as("frozen").isFalse();
      node.thaw();
      await().atMost(Duration.ofSeconds(20)).until(node::isHealthy);

      node.kill();
      assertThat(node.isRunning()).isFalse();
      node.start();
      assertThat(node.stop()).as("exit code after SIGTERM").isEqualTo(143);
    }
  }

  @Test
  void keepsTheDataOfAPostgresThatIsStoppedAndStarted() throws SQLException {
    try (OwnPostgres postgres = OwnPostgres.start()) {
      execute(postgres, "create table kept as select 1 as one");
      postgres.stop();
      postgres.startAgain();
      execute(postgres, "select one from kept");
    }
  }

  private static void execute(OwnPostgres postgres, String sql) throws SQLException {
    TestPostgres.Database database = postgres.database();
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
