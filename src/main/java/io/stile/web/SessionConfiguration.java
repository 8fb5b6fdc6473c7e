package io.stile.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Sessions lie in PostgreSQL, so that they outlive a restart and go on at any node; see {@link SessionValues} for what is in them. They
 * live by the machine's time, not by the application's clock: moving that by a week must not sign everybody out.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  /** Found by its name. */
  @Bean
  GenericConversionService springSessionConversionService() {
    SessionValues values = new SessionValues();
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, values::write);
    conversion.addConverter(byte[].class, Object.class, values::read);
    return conversion;
  }

  /** Two requests of one browser that write at the same instant do not get in each other's way. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInPostgres() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
