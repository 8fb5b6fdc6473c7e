package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Sessions lie in PostgreSQL, so that they outlive a restart and go on at any node; see {@link SessionValues} for what is in them. They
 * live by the machine's time, not by the application's clock: moving that by a week must not sign everybody out.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  @Bean
  SessionValues sessionValues() {
    return new SessionValues();
  }

  /** Found by its name. Refuses what a session does not keep where a page leaves it, and not only when the session is written. */
  @Bean
  FlashMapManager flashMapManager(SessionValues values) {
    return new SessionFlashMapManager() {
      @Override
      protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
        values.write(flashMaps);
        super.updateFlashMaps(flashMaps, request, response);
      }
    };
  }

  /** Found by its name. */
  @Bean
  GenericConversionService springSessionConversionService(SessionValues values) {
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, values::write);
    conversion.addConverter(byte[].class, Object.class, values::read);
    return conversion;
  }

  /**
   * Two requests of one browser that write at the same instant do not get in each other's way, and what is written into a session that
   * has been ended meanwhile is lost with it.
   */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInPostgres() {
    return sessions -> sessions.setCreateSessionAttributeQuery("""
        insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
        select s.primary_id, written.name, written.bytes
        from (values (?::char(36), ?::text, ?::bytea)) as written (session, name, bytes)
          join %TABLE_NAME% s on s.primary_id = written.session for key share of s
        on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes""");
  }
}
