package io.stile.demonstration;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the local PostgreSQL unless the environment names another; pool and engine depend on it and so end before it. */
@Configuration(proxyBeanMethods = false)
@Profile("!prod")
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
class LocalPostgresConfiguration {

  @Bean
  LocalPostgres localPostgres(@Value("${stile.data-dir}") Path dataFolder) {
    return LocalPostgres.start(dataFolder);
  }

  @Bean
  JdbcConnectionDetails localPostgresConnection(LocalPostgres postgres) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return postgres.username();
      }

      @Override
      public String getPassword() {
        return postgres.password();
      }

      @Override
      public String getJdbcUrl() {
        return postgres.jdbcUrl();
      }
    };
  }
}
