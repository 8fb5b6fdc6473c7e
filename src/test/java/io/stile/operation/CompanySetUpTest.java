package io.stile.operation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.testkit.Browsers;
import io.stile.testkit.Node;
import io.stile.testkit.Person;
import io.stile.testkit.Production;
import io.stile.testkit.TestPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an empty database in production to the first request of a customer, all of it in the browser. */
class CompanySetUpTest {

  private static final String ADA_CHOSE = "four-quiet-otters-sing";
  private static final String MARA_CHOSE = "nine-loud-herons-wade";
  private static final String TOLD = "My old one drowned in the Isar.";

  private static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private static Node node;

  /** By the name that a browser treats as encrypted, which the cookie of the session needs. */
  @RegisterExtension final Browsers browsers = new Browsers(() -> "http://localhost:" + node.port());

  @BeforeAll
  static void startOnNothing() {
    MAIL.start();
    node = Production.on(TestPostgres.createDatabase(), MAIL.getSmtp().getPort()).start();
  }

  @AfterAll
  static void end() {
    node.close();
    MAIL.stop();
  }

  @Test
  void aCompanyIsSetUpFromNothingUntilItOpensItsFirstRequest() throws Exception {
    Person ada = administrator();
    takeIn(ada, "max", "Max Lead", "LEAD");
    setUpWhatModelsName(ada);
    String link = takeIn(ada, "mara", "Mara Klein", "FRONT_OFFICE", "Front office");

    Person mara = signsInFirst(link);
    String number = opensAPhoneSwap(mara);

    assertThat(MAIL.waitForIncomingEmail(30_000, 1)).as("mail arrives").isTrue();
    MimeMessage mail = Arrays.stream(MAIL.getReceivedMessages()).filter(CompanySetUpTest::isForTheCustomer).findFirst().orElseThrow();
    assertThat(mail.getSubject()).contains(number);
    assertThat(mail.getFrom()).singleElement().hasToString("Stile <stile@example.org>");
    assertThat(node.output()).as("the log").contains("\"request\":\"" + number + "\"")
        .doesNotContain(TOLD, "Nora Newman", "nora@example.org", ADA_CHOSE, MARA_CHOSE, Production.FIRST_PASSWORD);
  }

  private Person administrator() {
    Person ada = browsers.signIn("ada", Production.FIRST_PASSWORD);
    assertThat(ada.page()).hasURL(Pattern.compile("/account/password$"));
    ada.page().fill("#present", Production.FIRST_PASSWORD);
    ada.page().fill("#chosen", ADA_CHOSE);
    ada.page().fill("#again", ADA_CHOSE);
    ada.presses("Enter");
    ada.page().waitForURL(url -> !url.contains("password"));
    assertThat(ada.page().locator("#messages")).containsText("Your password is changed.");
    return ada;
  }

  /** The link with which he chooses his password. */
  private static String takeIn(Person ada, String signIn, String name, String role, String... departments) {
    Page page = ada.opens("/admin/employees/new").page();
    page.fill("#name", name);
    page.fill("#signIn", signIn);
    page.fill("#email", signIn + "@example.org");
    page.fill("#zone", "Europe/Berlin");
    page.check("input[name=roles][value=" + role + "]");
    List.of(departments).forEach(department -> page.getByLabel(department, new Page.GetByLabelOptions().setExact(true)).check());
    page.check("input[name=first][value=link]");
    button(page, "Take in").click();
    return page.locator("code.secret").textContent().strip();
  }

  /** The list of departments says what the models name and nobody has set up: until it is empty. */
  private static void setUpWhatModelsName(Person ada) {
    Page page = ada.opens("/admin/departments").page();
    assertThat(page.locator("main .alert.warn")).containsText("Models name what does not exist yet.");
    ada.screenshots("set-up-begins");
    while (follow(page, "set up the calendar ")) {
      page.fill("#name", "Calendar of " + page.inputValue("#key"));
      page.fill("#zone", "Europe/Berlin");
      for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
        page.fill("#" + day, "00:00-24:00");
      }
      button(page, "Set up the calendar").click();
      page.waitForURL(url -> !url.contains("/new"));
      ada.opens("/admin/departments");
    }
    while (follow(page, "set up the department ")) {
      page.fill("#name", nameOf(page.inputValue("#key")));
      page.fill("#lead", "max");
      page.selectOption("#calendar", "front-office");
      button(page, "Set up the department").click();
      page.waitForURL(url -> !url.contains("/new"));
      ada.opens("/admin/departments");
    }
    while (follow(page, "add the employee ")) {
      page.fill("#name", "Otto Owner");
      page.fill("#zone", "Europe/Berlin");
      button(page, "Take in").click();
      page.waitForSelector("code.secret");
      ada.opens("/admin/departments");
    }
    assertThat(page.locator("main .alert.warn")).hasCount(0);
    ada.screenshots("set-up-done");
  }

  private static boolean follow(Page page, String label) {
    Locator links = page.locator("main .alert.warn a").filter(new Locator.FilterOptions().setHasText(label));
    if (links.count() == 0) {
      return false;
    }
    links.first().click();
    page.waitForURL("**/new?**");
    return true;
  }

  private static String nameOf(String key) {
    String words = key.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private Person signsInFirst(String link) {
    Person mara = browsers.arrives("mara");
    mara.opens(link);
    mara.page().fill("#password", MARA_CHOSE);
    mara.page().fill("#again", MARA_CHOSE);
    mara.presses("Enter");
    mara.page().waitForURL("**/sign-in");
    mara.page().fill("#signIn", "mara");
    mara.page().fill("#password", MARA_CHOSE);
    mara.presses("Enter");
    mara.page().waitForURL(url -> !url.contains("/sign-in"));
    return mara;
  }

  private static String opensAPhoneSwap(Person mara) {
    Page page = mara.opens("/intake").page();
    page.fill("#q", "Nora Newman");
    page.locator("#new-name").waitFor();
    page.fill("#new-name", "Nora Newman");
    page.fill("#new-email", "nora@example.org");
    button(page, "Add and go on").click();
    page.waitForURL(Pattern.compile("/intake/\\d+$"));
    page.navigate(page.url() + "?type=phone-swap");
    assertThat(page.locator("stile-form[ready]")).isVisible();
    page.fill("#told", TOLD);
    page.selectOption("#method", "NONE");
    page.selectOption("#result", "NOT_DONE");
    Locator handset = page.locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText("Handset that the customer wants"));
    handset.locator(".fjs-input-group").click();
    handset.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText("Pebble 2 (basic)")).click();
    page.getByLabel("Send it to the customer").check();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the request")).click();
    assertThat(page.locator(".spoken p")).containsText("I, Mara Klein, am responsible for it");
    mara.screenshots("set-up-first-request");
    return page.locator(".spoken p").textContent().replaceAll("(?s).*(SR-\\d+).*", "$1");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static boolean isForTheCustomer(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString().contains("nora@example.org");
    } catch (MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
