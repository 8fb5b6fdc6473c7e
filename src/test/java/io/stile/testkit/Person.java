package io.stile.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser in a test. What he can do beyond this, he does with {@link #page()}. */
public final class Person {

  private static final String PASSWORD = "stile";
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** A refusal that the page shows, and an outage, are no fault of the page; Chromium and htmx report their status as one. */
  private static final List<String> NO_FAULTS = List.of("Failed to load resource", "Response Status Error Code 503");

  private final String signIn;
  private final BrowserContext session;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Person(String signIn, BrowserContext session) {
    this.signIn = signIn;
    this.session = session;
    page = session.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && NO_FAULTS.stream().noneMatch(message.text()::startsWith)) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  void arrive() {
    arrive(PASSWORD);
  }

  void arrive(String password) {
    page.navigate("/sign-in");
    page.fill("#signIn", signIn);
    page.fill("#password", password);
    page.press("#password", "Enter");
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  void leave() {
    session.close();
  }

  public String signIn() {
    return signIn;
  }

  public Page page() {
    return page;
  }

  /** Goes to an address and waits for what the page loads. */
  public Person opens(String path) {
    page.navigate(path);
    return this;
  }

  /** Presses keys, one after the other, wherever the focus is: {@code "ArrowDown", "Enter"}. */
  public Person presses(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  /** Types text wherever the focus is. */
  public Person types(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** Waits until the page has drawn what was done last: the form viewer listens to keys only then. */
  public Person settles() {
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))");
    return this;
  }

  /** The id of the element with the focus, its name if it has no id, its tag if it has neither. */
  private String focus() {
    return String.valueOf(page.evaluate("() => { const e = document.activeElement; return e.id || e.getAttribute('name') || e.tagName; }"));
  }

  /** Expects that an element has the focus, or gets it: what was typed before that is lost. */
  public Person expectsFocus(String element) {
    await().atMost(Duration.ofSeconds(20)).pollInSameThread().untilAsserted(() -> assertThat(focus()).isEqualTo(element));
    return this;
  }

  /** What the browser has complained about so far: errors of scripts, and what the content security policy has blocked. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Expects that axe finds nothing on the page as it is, in light and in dark, and that the browser had no complaint. */
  public void expectsAccessible() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      // The colours that axe reads are those of the frame that is drawn next.
      page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
      assertThat(violations(scheme)).as("axe on %s in %s", page.url(), scheme).isEmpty();
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    assertThat(complaints).as("what the browser complained about on " + page.url()).isEmpty();
  }

  /** The same in light alone: for another state of a page that is looked at in both. */
  public void expectsAccessibleInLight() {
    assertThat(violations(ColorScheme.LIGHT)).as("axe on %s", page.url()).isEmpty();
    assertThat(complaints).as("what the browser complained about on " + page.url()).isEmpty();
  }

  /** A busy browser can still have colours of the other scheme in what was folded away; what is found then is looked at again in a page laid out anew. */
  private List<String> violations(ColorScheme scheme) {
    List<String> found = found(scheme);
    if (!found.isEmpty() && scheme == ColorScheme.DARK) {
      page.evaluate("""
          () => {
            const page = document.documentElement;
            page.hidden = true;
            void page.offsetHeight;
            page.hidden = false;
            return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          }""");
      found = found(scheme);
    }
    return found;
  }

  private List<String> found(ColorScheme scheme) {
    return axe(scheme).analyze().getViolations().stream().map(rule -> rule.getId() + ": " + rule.getNodes()).toList();
  }

  /** Without frames there is nothing to open a second page for; in the dark only the colours are others. */
  private AxeBuilder axe(ColorScheme scheme) {
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
    return scheme == ColorScheme.LIGHT ? axe.withTags(RULES) : axe.withRules(List.of("color-contrast"));
  }

  /** Expects that nothing sticks out at the side of a window of 360 pixels. */
  public void expectsToFitAPhone() {
    page.setViewportSize(360, 780);
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).as("width of " + page.url()).isEqualTo(360);
    page.setViewportSize(1280, 900);
  }

  /** Keeps the page as it is in {@code target/screenshots/name.png}. */
  public void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")).setFullPage(true));
  }

  /** Keeps the page three times, if somebody wants to look ({@code -Dstile.screenshots=true}): light, dark, and light at 360 pixels. */
  public void screenshots(String name) {
    if (!Boolean.getBoolean("stile.screenshots")) {
      return;
    }
    screenshot(name + "-light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    screenshot(name + "-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(360, 780);
    screenshot(name + "-360");
    page.setViewportSize(1280, 900);
  }
}
