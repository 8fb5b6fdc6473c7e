package io.stile.engine.camunda;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets only one node at a time create or upgrade the engine's tables: two that start on an empty database at once would both do so, and one
 * would fail. Uses the engine's internals: this is where it can be told.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneNodeAtATime extends AbstractProcessEnginePlugin {

  /** Any number that nothing else locks on. */
  private static final long LOCK = 7_384_003;

  private final DataSource database;
  private Connection holder;

  OneNodeAtATime(DataSource database) {
    this.database = database;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    try {
      holder = database.getConnection();
      order("select pg_advisory_lock(" + LOCK + ")");
    } catch (SQLException failure) {
      throw new DataAccessResourceFailureException("The database gives no lock for the engine's tables", failure);
    }
  }

  /** A node that fails before it gets here ends, and the lock with its connection. */
  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    try {
      order("select pg_advisory_unlock(" + LOCK + ")");
      holder.close();
    } catch (SQLException failure) {
      throw new DataAccessResourceFailureException("The database does not take the lock for the engine's tables back", failure);
    }
  }

  private void order(String sql) throws SQLException {
    try (Statement statement = holder.createStatement()) {
      statement.execute(sql);
    }
  }
}
