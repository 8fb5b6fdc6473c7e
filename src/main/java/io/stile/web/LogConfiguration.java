package io.stile.web;

import java.util.Map;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/** Work that goes on in another thread belongs to the same call; and what it adds is gone when it ends. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

  @Bean
  TaskDecorator sameLogContext() {
    return task -> {
      Map<String, String> caller = MDC.getCopyOfContextMap();
      return () -> {
        Map<String, String> before = MDC.getCopyOfContextMap();
        LogContext.restore(caller);
        try {
          task.run();
        } finally {
          LogContext.restore(before);
        }
      };
    };
  }
}
