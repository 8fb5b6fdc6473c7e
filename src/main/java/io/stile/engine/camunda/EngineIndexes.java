package io.stile.engine.camunda;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * Our indexes on the engine's tables: migrations of their own, run once the engine has created its schema. They keep a
 * history of their own, because Flyway refuses a schema in which something was there before it.
 */
@Component
class EngineIndexes {

  EngineIndexes(DataSource dataSource, ProcessEngine startedBefore) {
    Flyway.configure().dataSource(dataSource).locations("classpath:db/engine").schemas("stile").defaultSchema("stile")
        .table("flyway_engine_history").baselineOnMigrate(true).baselineVersion("0").load().migrate();
  }
}
