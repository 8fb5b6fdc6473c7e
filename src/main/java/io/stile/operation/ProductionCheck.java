package io.stile.operation;

import java.util.List;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Looks, before anything starts in production, whether everything is there that Stile needs, and says everything that is wrong at
 * once: whoever sets it up should not have to find out one failed start at a time.
 */
final class ProductionCheck implements ApplicationListener<ApplicationPreparedEvent> {

  static final String PROFILE = "prod";

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent prepared) {
    ConfigurableEnvironment environment = prepared.getApplicationContext().getEnvironment();
    if (environment.acceptsProfiles(Profiles.of(PROFILE))) {
      check(environment);
    }
  }

  /** @throws StartRefused if a setting is missing or malformed, or the database cannot be used */
  static void check(ConfigurableEnvironment environment) {
    List<String> problems = ProductionSettings.problems(environment);
    if (!problems.isEmpty()) {
      throw StartRefused.because("Production takes its settings from the environment, and %s missing or malformed".formatted(
              problems.size() == 1 ? "one is" : problems.size() + " are"), problems,
          "Set them and start again. docs/production.md lists all of them; .env.example is a beginning.", null);
    }
    DatabaseCheck.check(environment.getRequiredProperty("spring.datasource.url"),
        environment.getRequiredProperty("spring.datasource.username"), environment.getRequiredProperty("spring.datasource.password"));
  }
}
