package io.stile.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The browsers of the people in a test: {@code @RegisterExtension final Browsers browsers = new Browsers();} in a class with
 * {@link StileTest}. Each person has a session of his own; all end with the test, and a test that fails leaves a screenshot of each in
 * {@code target/screenshots}. Without a Chromium the tests are skipped, unless {@code stile.browser.required} says that this is an error.
 */
public final class Browsers implements BeforeEachCallback, AfterEachCallback {

  private static final List<Path> PLACES = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome").map(Path::of).toList();

  /** How long a page may take, on a machine with other work, until what it does is called wrong. */
  private static final int PATIENCE_MS = 20_000;

  private final List<Person> people = new ArrayList<>();
  private final Supplier<String> elsewhere;
  private String address;
  private String test;

  /** At the application of the test. */
  public Browsers() {
    this(null);
  }

  /** At another address, for example that of a {@link Node}, asked for when somebody needs it. */
  public Browsers(Supplier<String> address) {
    elsewhere = address;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Optional<Path> chromium = PLACES.stream().filter(Files::isExecutable).findFirst();
    if (chromium.isEmpty() && Boolean.getBoolean("stile.browser.required")) {
      throw new AssertionError("There is no Chromium at any of " + PLACES);
    }
    Assumptions.assumeTrue(chromium.isPresent(), () -> "no Chromium at any of " + PLACES);
    address = elsewhere == null ? "http://127.0.0.1:" + SpringExtension.getApplicationContext(context).getEnvironment()
        .getRequiredProperty("local.server.port") : elsewhere.get();
    test = context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      people.forEach(person -> person.screenshot(test + "-failed-" + person.signIn()));
    }
    people.forEach(Person::leave);
    people.clear();
  }

  /** Somebody in a window of his own, 1280 × 900, who has signed in and sees what the sign-in leads to. */
  public Person signIn(String signIn) {
    Person person = arrives(signIn);
    person.arrive();
    return person;
  }

  /** The same with a password of his own. */
  public Person signIn(String signIn, String password) {
    Person person = arrives(signIn);
    person.arrive(password);
    return person;
  }

  /** Somebody in a window of his own who has not signed in and sees nothing yet. */
  public Person arrives(String signIn) {
    BrowserContext session = Chromium.browser().newContext(new Browser.NewContextOptions()
        .setBaseURL(address).setViewportSize(1280, 900).setLocale("en-GB")
        .setReducedMotion(ReducedMotion.REDUCE));
    session.setDefaultTimeout(PATIENCE_MS);
    Person person = new Person(signIn, session);
    people.add(person);
    return person;
  }

  /** One Chromium for the whole run; it starts with the first test that needs it. */
  private static final class Chromium {

    private static Browser running;

    static synchronized Browser browser() {
      if (running == null) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        running = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow())
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close Chromium"));
      }
      return running;
    }
  }
}
