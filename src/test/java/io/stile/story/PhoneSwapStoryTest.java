package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** One request, one owner, three departments: from the call to the customer's word that it works. */
@StileTest
class PhoneSwapStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;

  @Test
  void travelsThroughThreeDepartmentsWithOneOwner() {
    Person front = browsers.signIn("front1");
    Request swap = people.phoneSwap();
    String number = swap.number().value();

    new TaskWork(front).claimsFrom("front-office", number, "Agree the plan change with the customer")
        .chooses("Plan that goes with it", "Medium: 40 GB").chooses("Data option", "No data option").completes();
    Person logistics = browsers.signIn("logistics1");
    new TaskWork(logistics).claimsFrom("logistics", number, "Reserve the handset").ticks("Yes, it is reserved");
    assertThat(logistics.page().locator("main")).containsText("My phone is too slow, I want the new one.");
    logistics.expectsAccessible();
    new TaskWork(logistics).completes();
    new TaskWork(browsers.signIn("billing1")).claimsFrom("billing", number, "Change plan and data option").completes();
    new TaskWork(browsers.signIn("network1"))
        .claimsFrom("network-operations", number, "Activate SIM and move the number")
        .ticks("Yes, the test call worked").completes();
    new TaskWork(logistics).claimsFrom("logistics", number, "Ship or hand out the handset").completes();
    showsWhereItIs(front, number);
    new TaskWork(front).opensFromMyWork(number, "Call the customer to confirm that it works")
        .ticks("It works: calls, data, own number").completes();

    assertThat(people.now(swap).state()).isEqualTo(Request.State.CLOSED);
    assertThat(people.now(swap).outcome()).isEqualTo("Phone swapped");
    assertThat(people.now(swap).owner()).isEqualTo("front1");
    front.opens("/requests/" + number);
    assertThat(front.page().locator("main")).containsText("Phone swapped");
    front.screenshots("request-closed");
    front.expectsAccessible();
  }

  private static void showsWhereItIs(Person front, String number) {
    Page page = front.opens("/requests/" + number).page();
    assertThat(page.locator("main")).containsText(number);
    assertThat(page.locator("main")).containsText("Amara Diallo");
    assertThat(page.locator("stile-diagram svg").first()).isVisible();
    assertThat(page.locator("main")).containsText(Pattern.compile("Call the customer to confirm that it works"));
    front.screenshots("request");
    front.expectsAccessible();
    front.expectsToFitAPhone();
  }
}
