package io.stile.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The shell in a browser: strict policy, no finding by axe, light and dark, wide and 360 px. Leaves pictures in target/screens. */
@SpringBootTest(classes = ShellFixture.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.endpoint.health.group.readiness.include=readinessState")
@ActiveProfiles("sample")
class ShellBrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort int port;

  private final List<String> errors = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    Assumptions.assumeTrue(Files.isExecutable(CHROMIUM) || Boolean.getBoolean("stile.browser.required"), "This machine has no " + CHROMIUM);
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync")));
  }

  @AfterAll
  static void stopBrowser() {
    if (playwright != null) {
      browser.close();
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    use(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @ParameterizedTest
  @CsvSource({"1440, LIGHT", "1440, DARK", "360, LIGHT", "360, DARK"})
  void eachPageIsForEverybody(int width, ColorScheme scheme) {
    context.close();
    use(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    page.navigate(url("/sign-in?refused"));
    look("sign-in", width, scheme);
    signIn();
    look("work", width, scheme);
    page.navigate(url("/tasks/7"));
    page.waitForSelector("stile-form[ready]");
    look("task", width, scheme);
    page.navigate(url("/requests/SR-1000426"));
    page.waitForSelector("stile-diagram[ready]");
    look("request", width, scheme);
    errors.clear();
    page.navigate(url("/conflict"));
    errors.removeIf(error -> error.contains("409"));
    look("problem", width, scheme);
  }

  @Test
  void sendsTheAnswersOfAFormByControlEnter() {
    signIn();
    page.navigate(url("/tasks/7"));
    page.getByLabel("Name on the parcel").fill("Ada <b>Stone</b>");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#messages")).containsText("\"holder\":\"Ada <b>Stone</b>\"");
    assertThat(page.locator("#messages")).containsText("\"swap\":\"ship\"");
    assertThat(errors).isEmpty();
  }

  @Test
  void keepsAFormThatIsNotCompleteAndShowsWhere() {
    signIn();
    page.navigate(url("/tasks/7"));
    page.getByLabel("Name on the parcel").fill("");
    page.locator("#complete .b-p").click();
    assertThat(page.locator("stile-form")).containsText("Field is required");
    assertThat(page.getByLabel("Name on the parcel")).isFocused();
    assertThat(page).hasURL(url("/tasks/7"));
  }

  @Test
  void showsWhatTheServerRefusesAtItsFieldAndKeepsTheInput() {
    signIn();
    page.navigate(url("/tasks/7"));
    page.getByLabel("Name on the parcel").fill("Reject");
    page.locator("#complete .b-p").click();
    assertThat(page.locator("stile-form")).containsText("A name of the contract is expected");
    assertThat(page.locator("stile-form")).containsText("Nine digits are expected.");
    assertThat(page.locator("stile-form [role=alert]").first()).containsText("gone: This field no longer exists.");
    assertThat(page.getByLabel("Name on the parcel")).hasValue("Reject");
    assertThat(page.getByLabel("Name on the parcel")).isFocused();
    assertThat(page.getByLabel("Serial number")).hasValue("12");
    errors.removeIf(error -> error.contains("422"));
    look("task-refused", 1440, ColorScheme.LIGHT);
  }

  @Test
  void readsDatesWithTheDayFirstAndHoursFromZeroToTwentyFour() {
    signIn();
    page.navigate(url("/tasks/7"));
    assertThat(page.getByPlaceholder("dd/mm/yyyy")).isVisible();
    assertThat(page.getByPlaceholder("hh:mm", new Page.GetByPlaceholderOptions().setExact(true))).isVisible();
  }

  @Test
  void marksTheDiagramAndLeavesOutWhatItDoesNotDraw() {
    signIn();
    page.navigate(url("/requests/SR-1000426"));
    assertThat(page.locator(".diagram-badge")).hasText("late by 3 h");
    assertThat(page.locator("[data-element-id=Review]").first()).hasClass(Pattern.compile("is-done"));
    assertThat(page.locator(".bjs-powered-by")).isVisible();
  }

  @Test
  void showsARefusalAsABannerAndKeepsThePage() {
    signIn();
    page.navigate(url("/requests/SR-1000426"));
    page.getByText("Take ownership").click();
    assertThat(page.locator("#messages")).containsText("Jonas Hale has completed this task at 11:20.");
    page.getByText("Renew the promise").click();
    assertThat(page.locator("#messages")).containsText("Our mistake");
    assertThat(page.locator("#rq")).containsText("What happened");
  }

  @Test
  void sendsTheTokenWithWhatHtmxPosts() {
    signIn();
    page.navigate(url("/requests/SR-1000426"));
    page.getByText("Take it").click();
    assertThat(page.locator(".step.now .chip")).hasText("Yours");
  }

  @Test
  void answersABrokenTemplateWithAWholePage() {
    signIn();
    page.navigate(url("/broken-template"));
    assertThat(page.locator("h1")).hasText("Our mistake");
    assertThat(page.locator("main")).hasCount(1);
  }

  @Test
  void worksWithoutScript() {
    context.close();
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    signIn();
    page.navigate(url("/requests/SR-1000426"));
    page.locator(".me").click();
    assertThat(page.locator("#account")).isVisible();
    page.getByText("Sign out").click();
    assertThat(page).hasURL(url("/sign-in?out"));
    page.locator(".hints button").first().click();
    assertThat(page.locator("h1")).hasText("My work");
  }

  @Test
  void obeysSingleKeysOnlyWhereNobodyTypes() {
    signIn();
    page.keyboard().press("/");
    assertThat(page.locator(".find input")).isFocused();
    page.keyboard().type("n?");
    assertThat(page.locator(".find input")).hasValue("n?");
    page.locator("h1").click();
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    assertThat(page.locator("#keys")).containsText("Take this task");
    look("keys", 1440, ColorScheme.LIGHT);
    page.keyboard().press("Escape");
    page.keyboard().press("g");
    page.keyboard().press("q");
    page.waitForURL(url("/queues/logistics"));
  }

  @Test
  void walksThroughResultsWithTheArrowKeys() {
    signIn();
    page.locator("#find").focus();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#hits a").first()).isFocused();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(url("/#two"));
    page.keyboard().press("Escape");
    assertThat(page.locator("#find")).isFocused();
  }

  @Test
  void remembersTheTheme() {
    signIn();
    page.locator("[data-theme-button]").click();
    page.locator("[data-theme-button]").click();
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.locator("[data-theme-button]")).hasAttribute("aria-label", "Theme: dark. Change it");
  }

  @Test
  void countsOnInTheWordsOfTheServer() {
    page.clock().install();
    signIn();
    // The clock may only run once the script that counts has been loaded.
    page.waitForLoadState();
    List<String> written = page.locator("time[data-due]").allTextContents();
    page.evaluate("document.querySelectorAll('time[data-due]').forEach(each => each.textContent = '')");
    page.clock().runFor(30_000);
    List<String> counted = page.locator("time[data-due]").allTextContents();
    // Half a minute later, and both round down: all that are not late have lost a minute.
    assertThat(counted).hasSameSizeAs(written).startsWith("late by 3 h", "late by 40 min", "due in 1 h 9 min", "due in 2 h 29 min", "due in 28 h");
    assertThat(written).startsWith("late by 3 h", "late by 40 min", "due in 1 h 10 min", "due in 2 h 30 min", "due in 28 h");
  }

  @Test
  void saysThatTheSessionIsOverAndGoesOnAfterTheNextSignIn() {
    page.clock().install();
    signIn();
    page.navigate(url("/tasks/7"));
    page.waitForSelector("stile-form[ready]");
    page.getByLabel("Name on the parcel").fill("Typed before");
    context.clearCookies();
    page.clock().runFor(21_000);
    assertThat(page.locator("#signed-out")).isVisible();
    Page other = context.newPage();
    signIn(other);
    page.clock().runFor(21_000);
    assertThat(page.locator("#signed-out")).isHidden();
    page.locator("#complete .b-p").click();
    assertThat(page.locator("#messages")).containsText("Typed before");
  }

  private void use(Browser.NewContextOptions options) {
    errors.clear();
    context = browser.newContext(options.setLocale("en-US").setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
    page.onPageError(errors::add);
  }

  private void signIn() {
    signIn(page);
  }

  private void signIn(Page tab) {
    tab.navigate(url("/sign-in"));
    tab.locator("#signIn").fill("front1");
    tab.locator("#password").fill("stile");
    tab.locator("form .b-p").click();
    tab.waitForSelector(".shell");
  }

  private void look(String name, int width, ColorScheme scheme) {
    page.evaluate("document.fonts.ready");
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
        .setPath(Path.of("target/screens/%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(), width))));
    List<Rule> findings = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
        .analyze().getViolations();
    assertThat(findings).as(() -> name + ": " + findings).isEmpty();
    assertThat(errors).as(name).isEmpty();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(name + " is as wide as its window").isLessThanOrEqualTo(width);
  }

  private String url(String path) {
    return "http://localhost:" + port + path;
  }
}
