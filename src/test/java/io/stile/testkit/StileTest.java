package io.stile.testkit;

import io.stile.Application;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test with the whole application, on a random port and a fresh database. Classes with nothing but this annotation share one
 * application and one database: a test makes what it needs and expects others' data beside it. Timers fire and mail is sent only
 * when a test lets them, and the {@link TestClock} stands still until a test moves it; each class begins on the same Monday
 * morning.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "stile.clock.stands-still-at=" + TestClock.START,
    "camunda.bpm.job-execution.enabled=false",
    "stile.mail.sending=false",
    "stile.publication.scheduled=false",
    "stile.migration.moving=false",
    "spring.datasource.hikari.maximum-pool-size=10",
    "spring.datasource.hikari.minimum-idle=1",
    "server.shutdown=immediate",
    "spring.main.banner-mode=off",
    "logging.level.root=warn"})
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({TestClock.class, Requesting.class})
@ExtendWith(MondayMorning.class)
public @interface StileTest {
}
