package io.stile;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Stile. */
@SpringBootApplication
public class Application {

  /**
   * Starts Stile; the JVM's zone becomes UTC, because the engine's columns have no zone.
   *
   * @param arguments properties of Spring Boot, for example {@code --server.port=8081}
   */
  public static void main(String[] arguments) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SpringApplication.run(Application.class, arguments);
  }
}
