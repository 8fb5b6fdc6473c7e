package io.stile.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.StileTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody has left a message: from the voicemail to the call that reached her. */
@StileTest
class CallBackStoryTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired Requests requests;
  @Autowired Promises promises;

  @Test
  void aVoicemailBecomesACallBackThatIsTriedAndKept() {
    Person mara = browsers.signIn("front1").opens("/queues");
    Page page = mara.page();
    mara.presses("v");
    page.waitForURL("**/missed-call");
    mara.expectsFocus("caller");
    mara.expectsAccessible();
    mara.expectsToFitAPhone();
    mara.screenshots("missed-call");
    mara.types("030 5557788");
    mara.presses("Enter");

    page.waitForURL(Pattern.compile("/requests/SR-\\d+"));
    String number = page.url().substring(page.url().lastIndexOf('/') + 1);
    assertThat(page.locator("body")).containsText("The call back is yours");
    assertThat(page.locator("h1")).containsText("Caller +49 30 5557788");
    mara.expectsAccessible();
    mara.expectsToFitAPhone();
    mara.screenshots("call-back-request");

    mara.opens("/");
    mara.expectsAccessible();
    mara.expectsToFitAPhone();
    mara.screenshots("promised-today");
    assertThat(page.locator("a[href='tel:+49305557788']").first()).isVisible();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("call back, for Caller +49 30 5557788")).click();
    page.waitForURL("**/tasks/*");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("No answer")).click();
    assertThat(page.locator(".promise-facts")).containsText("no answer");
    assertThat(page.locator("stile-form[ready]")).isVisible();
    mara.expectsAccessible();
    mara.expectsToFitAPhone();
    mara.screenshots("keep-promise");

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("More about this promise")).click();
    page.waitForURL("**/promises/*");
    mara.expectsAccessible();
    mara.expectsToFitAPhone();
    mara.screenshots("promise");
    page.locator("#words").focus();
    mara.types("She wants her invoice again; sent.");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kept").setExact(true)).press("Enter");
    assertThat(page.locator(".head .chip")).hasText("kept");

    Request closed = requests.byNumber(number).orElseThrow();
    assertThat(closed.state()).isEqualTo(Request.State.CLOSED);
    assertThat(closed.outcome()).isEqualTo("Customer called back");
    assertThat(promises.ofRequest(number)).noneMatch(Promise::isOpen);
    mara.opens("/promises");
    mara.expectsAccessible();
    mara.expectsToFitAPhone();
    mara.screenshots("promises");
    assertThat(mara.complaints()).isEmpty();
  }
}
