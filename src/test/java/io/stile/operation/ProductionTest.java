package io.stile.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Passwords;
import io.stile.organisation.Role;
import io.stile.testkit.FreshDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The application in the profile of production, on a fresh database. */
@SpringBootTest(classes = io.stile.Application.class, properties = {
    "spring.mail.host=127.0.0.1", "spring.mail.port=9",
    "stile.mail.from=Stile <stile@example.org>", "stile.mail.site=https://stile.example.org",
    "server.address=127.0.0.1", "server.forward-headers-strategy=native",
    "stile.admin.sign-in=ada", "stile.admin.name=Ada Stone", "stile.admin.email=ada@example.org",
    "stile.admin.password=" + ProductionTest.PASSWORD,
    "stile.mail.sending=false", "camunda.bpm.job-execution.enabled=false", "server.shutdown=immediate",
    "logging.structured.format.console=", "logging.level.root=warn"})
@ActiveProfiles("prod")
@AutoConfigureObservability(tracing = false)
@ContextConfiguration(initializers = FreshDatabase.class)
@DirtiesContext
class ProductionTest {

  static final String PASSWORD = "correct-horse-battery";
  private static final String OWN = "four-quiet-otters-sing";

  @Autowired WebApplicationContext application;
  @Autowired Organisation organisation;
  @Autowired Passwords passwords;
  @Autowired PasswordEncoder encoder;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  private final MockEnvironment environment = new MockEnvironment().withProperty("stile.admin.sign-in", "eve")
      .withProperty("stile.admin.name", "Eve").withProperty("stile.admin.email", "eve@example.org")
      .withProperty("stile.admin.password", PASSWORD);
  private MockMvc web;

  @BeforeEach
  void reachThePages() {
    web = MockMvcBuilders.webAppContextSetup(application).<DefaultMockMvcBuilder>apply(springSecurity()).build();
  }

  @Test
  void hasNothingOfTheDemonstration() {
    assertThat(beans().filter(type -> type.getName().startsWith("io.stile.demonstration"))).isEmpty();
    assertThat(handlers()).noneMatch(handler -> handler.contains("io.stile.demonstration"));
    assertThat(application.getBeanDefinitionNames()).noneMatch(name -> name.toLowerCase().contains("demonstration"));
    assertThat(clock.getClass().getName()).startsWith("java.time.");
  }

  private Stream<Class<?>> beans() {
    return Arrays.stream(application.getBeanDefinitionNames()).map(application::getBean).map(AopUtils::getTargetClass);
  }

  private List<String> handlers() {
    return application.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().values().stream()).map(handler -> handler.getBeanType().getName()).toList();
  }

  @Test
  void offersNobodyElsesSignInOnThePage() throws Exception {
    web.perform(get("/sign-in").secure(true)).andExpect(status().isOk()).andExpect(content().string(not(containsString("demonstration"))));
  }

  @Test
  void answersBrowsersThatTheyComeBackEncrypted() throws Exception {
    web.perform(get("/sign-in").secure(true)).andExpect(header().string("Strict-Transport-Security", containsString("max-age=31536000")));
  }

  @Test
  void tookTheFirstAdministratorInWithAPasswordThatHeMustChange() {
    assertThat(organisation.employees()).singleElement().satisfies(ada -> {
      assertThat(ada.signIn()).isEqualTo("ada");
      assertThat(ada.name()).isEqualTo("Ada Stone");
      assertThat(ada.roles()).containsExactly(Role.ADMINISTRATOR);
    });
    assertThat(organisation.email("ada")).contains("ada@example.org");
    assertThat(passwords.of("ada")).hasValueSatisfying(password -> {
      assertThat(password.temporary()).isTrue();
      assertThat(encoder.matches(PASSWORD, password.hash())).isTrue();
    });
  }

  @Test
  void changesNothingAtALaterStartWhateverTheEnvironmentSays() {
    Object before = passwords.of("ada");
    environment.setProperty("stile.admin.sign-in", "eve");

    first(environment).afterSingletonsInstantiated();

    assertThat(organisation.employees()).extracting(Employee::signIn).containsExactly("ada");
    assertThat(passwords.of("ada")).isEqualTo(before);
  }

  @Test
  void takesOnlyOneInWhenTwoNodesStartAtTheSameInstant() throws Exception {
    withoutAdministrator(() -> {
      CyclicBarrier together = new CyclicBarrier(2);
      ExecutorService nodes = Executors.newFixedThreadPool(2);
      try {
        List<Future<Void>> starts = List.of("eve", "eva").stream().map(signIn -> nodes.<Void>submit(() -> {
          MockEnvironment its = new MockEnvironment().withProperty("stile.admin.sign-in", signIn).withProperty("stile.admin.name", "Eve")
              .withProperty("stile.admin.email", "eve@example.org").withProperty("stile.admin.password", PASSWORD);
          together.await();
          first(its).afterSingletonsInstantiated();
          return null;
        })).toList();
        for (Future<Void> start : starts) {
          start.get();
        }
      } finally {
        nodes.shutdown();
      }
      assertThat(organisation.withRole(Role.ADMINISTRATOR)).hasSize(1);
    });
  }

  @Test
  void namesEverythingThatTheFirstAdministratorLacks() throws Exception {
    withoutAdministrator(() -> assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> first(new MockEnvironment()).afterSingletonsInstantiated())
        .withMessageContainingAll("STILE_ADMIN_SIGN_IN is missing", "STILE_ADMIN_NAME is missing", "STILE_ADMIN_EMAIL is missing",
            "STILE_ADMIN_PASSWORD is missing"));
  }

  @ParameterizedTest
  @CsvSource({"sign-in, Eve!, STILE_ADMIN_SIGN_IN is 'Eve!'", "sign-in, ada, somebody's already", "email, eve, STILE_ADMIN_EMAIL is 'eve'",
      "password, password123, STILE_ADMIN_PASSWORD (or the file) is too weak", "password, eve.example, too weak",
      "zone, Mars/Olympus, STILE_ADMIN_ZONE is 'Mars/Olympus'", "password-file, /nowhere, STILE_ADMIN_PASSWORD_FILE is '/nowhere'"})
  void refusesAFirstAdministratorWhoCannotBeOne(String name, String value, String problem) throws Exception {
    environment.setProperty("stile.admin." + name, value);
    if (name.equals("password-file")) {
      environment.setProperty("stile.admin.password", "");
    }

    withoutAdministrator(() -> {
      assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> first(environment).afterSingletonsInstantiated())
          .withMessageContaining(problem).satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("password123", PASSWORD));
      assertThat(organisation.withRole(Role.ADMINISTRATOR)).isEmpty();
    });
  }

  @Test
  void readsThePasswordFromAFile(@TempDir Path folder) throws Exception {
    environment.setProperty("stile.admin.password", "");
    environment.setProperty("stile.admin.password-file", Files.writeString(folder.resolve("password"), PASSWORD + "\n").toString());

    withoutAdministrator(() -> {
      first(environment).afterSingletonsInstantiated();
      assertThat(passwords.of("eve")).hasValueSatisfying(password -> assertThat(encoder.matches(PASSWORD, password.hash())).isTrue());
    });
  }

  private FirstAdministrator first(MockEnvironment environment) {
    return new FirstAdministrator(organisation, passwords, encoder, environment, jdbc, transactions);
  }

  /** As long as nobody is an administrator; afterwards only Ada is, again. */
  private void withoutAdministrator(ThrowingCallable test) throws Exception {
    jdbc.sql("update employee set active = false").update();
    try {
      assertThatCode(test).doesNotThrowAnyException();
    } finally {
      jdbc.sql("delete from employee_role where employee <> 'ada'").update();
      jdbc.sql("delete from employee where sign_in <> 'ada'").update();
      jdbc.sql("update employee set active = true").update();
    }
  }

  @Test
  void givesAnAdministratorFiguresAndDetailsOnceHisPasswordIsHisOwn() throws Exception {
    web.perform(get("/actuator/prometheus").with(httpBasic("ada", PASSWORD))).andExpect(status().isUnauthorized())
        .andExpect(content().string(containsString("password-is-temporary")));
    passwords.change("ada", PASSWORD, OWN, OWN);
    try {
      web.perform(get("/actuator/prometheus").with(httpBasic("ada", OWN))).andExpect(status().isOk())
          .andExpect(content().string(containsString("jvm_memory_used_bytes")));
      web.perform(get("/actuator/health").with(httpBasic("ada", OWN))).andExpect(content().string(containsString("PostgreSQL")));
    } finally {
      passwords.give("ada", PASSWORD);
    }
  }

  @Test
  void tellsStrangersNothingButWhetherItIsWell() throws Exception {
    for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
      web.perform(get(path)).andExpect(content().string(containsString("status"))).andExpect(content().string(not(containsString("PostgreSQL"))));
    }
    for (String path : List.of("/actuator", "/actuator/prometheus", "/actuator/metrics", "/actuator/health/database", "/actuator/env")) {
      web.perform(get(path)).andExpect(status().isUnauthorized());
    }
  }
}
