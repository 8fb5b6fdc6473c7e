package io.stile.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The shell alone, with made-up people and pages: no database, no engine. Not a component on purpose, so that the scan of the whole
 * application does not find it; the pages are found in the profile {@code sample} only.
 */
@EnableAutoConfiguration(excludeName = {
    "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
    "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
    "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
    "org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration",
    "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
    "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
    "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
    "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration"})
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
class ShellFixture {

  static final Instant NOW = Instant.parse("2025-11-21T10:20:00Z");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Accounts that a test can change. */
  static final class SomeAccounts implements Accounts {

    private final Map<String, Account> all = new ConcurrentHashMap<>();

    void put(Account account) {
      all.put(account.signIn(), account);
    }

    @Override
    public Optional<Account> bySignIn(String signIn) {
      return Optional.ofNullable(all.get(signIn));
    }
  }

  @Bean
  SomeAccounts accounts(PasswordEncoder encoder) {
    String hash = encoder.encode("stile");
    SomeAccounts accounts = new SomeAccounts();
    accounts.put(new Account("front1", "Mara Klein", hash, Set.of("FRONT_OFFICE"), BERLIN, true));
    accounts.put(new Account("admin", "Ola Berg", hash, Set.of("ADMINISTRATOR"), BERLIN, true));
    accounts.put(new Account("leaver", "Nils Gone", hash, Set.of(), BERLIN, false));
    return accounts;
  }

  /** Nobody has to wait here; how attempts are counted needs a database. */
  @Bean
  SignInAttempts attempts() {
    return new SignInAttempts() {

      @Override
      public Optional<Instant> blockedUntil(List<SignInLimit> limits, Instant at) {
        return Optional.empty();
      }

      @Override
      public Optional<Instant> begin(List<SignInLimit> limits, Instant at) {
        return Optional.empty();
      }

      @Override
      public void succeeded(List<SignInLimit> limits) {}
    };
  }

  @Bean
  Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Bean
  Menu menu() {
    return signIn -> List.of(
        new MenuEntry("My work", "/", "inbox", 10),
        new MenuEntry("Logistics", "/queues/logistics", "list-check", 20, "g q"),
        new MenuEntry("Customers", "/customers", "users", 30),
        new MenuEntry("People", "/people", "building", 110),
        new MenuEntry("Models", "/models", "sitemap", 120));
  }

  @Bean
  Badges badges() {
    return signIn -> List.of(new Badge("/", 3, false), new Badge("/queues/logistics", 12, true), new Badge(Badge.NOTICES, 2, true));
  }

  @Bean
  SignInHints hints() {
    return new SignInHints() {

      @Override
      public List<SignInHint> hints() {
        return List.of(new SignInHint("front1", "Front office, takes calls"), new SignInHint("front.lead", "Leads the front office"),
            new SignInHint("logistics1", "Logistics, reserves and ships handsets"), new SignInHint("billing1", "Billing, changes plans"),
            new SignInHint("owner.phone-swap", "Process owner of the phone swap"), new SignInHint("admin", "Administrator, moves the clock"));
      }

      @Override
      public String password() {
        return "stile";
      }
    };
  }

  @Bean
  Refusals stock() {
    return exception -> exception instanceof ArithmeticException
        ? Optional.of(Problem.conflict("The last handset was just reserved by Jonas Hale.").as("out-of-stock").with("holder", "logistics1"))
        : Optional.empty();
  }
}
