package io.stile.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.NewCustomer;
import io.stile.request.Notes;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a request and the pages of models, as a person sees and uses them. */
@StileTest
class RequestPageBrowserTest {

  /** Whether the whole drawing is in its frame, as large as it can be, and nothing of it lies under the watermark. */
  private static final String FITS = """
      () => {
        const diagram = document.querySelector('stile-diagram');
        const frame = diagram.getBoundingClientRect();
        const mark = diagram.querySelector('.bjs-powered-by').getBoundingClientRect();
        const shapes = [...diagram.querySelectorAll('.djs-visual')].map(shape => shape.getBoundingClientRect());
        const inside = shapes.every(shape => shape.left >= frame.left && shape.right <= frame.right
            && shape.top >= frame.top && shape.bottom <= frame.bottom);
        const covered = shapes.some(shape => shape.right > mark.left && shape.bottom > mark.top
            && shape.left < mark.right && shape.top < mark.bottom);
        const width = Math.max(...shapes.map(shape => shape.right)) - Math.min(...shapes.map(shape => shape.left));
        const height = Math.max(...shapes.map(shape => shape.bottom)) - Math.min(...shapes.map(shape => shape.top));
        return inside && !covered && (width > frame.width * 0.7 || height > frame.height * 0.6);
      }""";

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  Customers customers;
  @Autowired
  Notes notes;
  @Autowired
  TestClock clock;

  private Request swap;
  private String number;

  @BeforeEach
  void openAndGoOnUntilItIsLate() {
    swap = people.phoneSwap();
    number = swap.number().value();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    clock.advanceTo(people.task(swap, "UserTask_ReserveHandset").dueAt());
  }

  @Test
  void drawsWhereTheRequestIsAndSaysTheSameInWords() {
    Person lead = browsers.signIn("front.lead").opens("/requests/" + number);
    Locator diagram = diagram(lead.page());

    assertThat(diagram.locator("[data-element-id='UserTask_AgreePlanChange'].is-done")).hasCount(1);
    assertThat(diagram.locator("[data-element-id='UserTask_ReserveHandset'].is-late")).hasCount(1);
    assertThat(diagram.locator(".diagram-badge.late").first()).containsText("late");
    assertThat(lead.page().locator(".rq-steps .step").filter(new Locator.FilterOptions().setHasText("Reserve the handset")))
        .containsText("late by");
    lead.screenshots("request");
    lead.expectsAccessible();
    lead.expectsToFitAPhone();
  }

  @Test
  void answersWhyThenInPlace() {
    Person reader = browsers.signIn("billing1").opens("/requests/" + number);
    Locator promise = reader.page().locator(".fact").filter(new Locator.FilterOptions().setHasText("Promise to the customer"));

    promise.getByText("Why then?").click();

    assertThat(promise).containsText("2 business days");
    assertThat(promise).containsText("business day 2");
    reader.expectsAccessible();
    reader.expectsToFitAPhone();
    reader.opens("/requests/" + number + "/clocks/end-to-end");
    reader.screenshots("why-then");
    reader.expectsAccessible();
    reader.expectsToFitAPhone();
  }

  @Test
  void withdrawsWithTheKeyboardAlone() {
    Person owner = browsers.signIn("front1").opens("/requests/" + number);
    diagram(owner.page());

    owner.page().getByText("Withdraw the request").focus();
    owner.presses("Enter", "Tab").types("Has bought one elsewhere").presses("Tab", "Enter");

    assertThat(owner.page().getByText("The request is withdrawn.")).isVisible();
    assertThat(owner.page().locator("main")).containsText("withdrew the request: Has bought one elsewhere");
    owner.expectsAccessible();
    owner.screenshots("request-withdrawn");
  }

  @Test
  void movesTheOwnershipAndShowsFormsThatFit() {
    Person lead = browsers.signIn("front.lead").opens("/requests/" + number);
    diagram(lead.page());
    lead.page().getByText("Withdraw the request").click();
    lead.page().getByText("Log a contact").click();
    lead.page().getByText("Move ownership").click();
    lead.screenshots("request-forms");
    lead.expectsAccessible();
    lead.expectsToFitAPhone();

    lead.page().getByLabel("New owner").fill("Lukas Brandt");
    lead.page().locator("#why-move").fill("Amara is away");
    lead.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make owner")).click();

    assertThat(lead.page().locator(".owner")).containsText("Lukas Brandt");
    assertThat(people.now(swap).owner()).isEqualTo("front2");
  }

  @Test
  void bearsLongNamesAndManyEntries() {
    Customer customer = customers.add(new NewCustomer("Wolfeschlegelsteinhausenbergerdorff-" + "Ada".repeat(40), null, null, null));
    Request long1 = people.phoneSwap(customer, "front1");
    for (int at = 0; at < 60; at++) {
      notes.add(long1.number().value(), "front2", "Note " + at + " " + "unbreakable".repeat(20));
    }

    Person reader = browsers.signIn("front1").opens("/requests/" + long1.number());
    diagram(reader.page());
    reader.page().locator(".earlier summary").click();

    reader.expectsToFitAPhone();
    reader.expectsAccessible();
  }

  @Test
  void showsTheModelWithWhatStandsOnIt() {
    Person reader = browsers.signIn("owner.phone-swap").opens("/models/phone-swap");

    assertThat(diagram(reader.page()).locator("[data-element-id='UserTask_ReserveHandset'].is-late")).hasCount(1);
    reader.screenshots("model");
    reader.expectsAccessible();
    reader.expectsToFitAPhone();
    reader.opens("/models");
    reader.screenshots("models");
    reader.expectsAccessible();
    reader.expectsToFitAPhone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone-swap", "escalation"})
  void fitsTheDiagramAnewBesideItsWatermark(String process) {
    Page page = browsers.signIn("front1").opens("/models/" + process).page();
    diagram(page);

    for (int width : new int[] {1280, 360, 1100}) {
      page.setViewportSize(width, 700);
      for (int height : new int[] {140, 180, 220, 440, 480, 520, 560}) {
        page.evaluate("height => { document.querySelector('stile-diagram').style.height = height + 'px'; }", height);
        page.waitForFunction(FITS);
      }
    }
  }

  @Test
  void tellsAnAdministratorWhatIsWrongAtTheField() {
    Person administrator = browsers.signIn("admin").opens("/demo/clock");
    administrator.page().getByLabel("Another step").fill("soon");
    administrator.presses("Enter");

    assertThat(administrator.page().locator("#advance-error")).containsText("'soon' is no duration");
    administrator.screenshots("demo-clock");
    administrator.expectsAccessible();
    administrator.expectsToFitAPhone();
  }

  private static Locator diagram(Page page) {
    Locator diagram = page.locator("stile-diagram[ready]");
    diagram.waitFor();
    return diagram;
  }
}
