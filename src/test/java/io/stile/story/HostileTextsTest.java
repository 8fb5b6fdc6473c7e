package io.stile.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.stile.request.Request;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Texts of forms and models that try to be more than texts, put into the page behind the gate's back: what form-js and bpmn-js make of them runs
 * nothing and leads nowhere. (Components that hold HTML never come as far: the server does not read such a form.)
 */
@StileTest
class HostileTextsTest {

  private static final String MARKUP = "<img src=x onerror='window.owned=1'><script>window.owned=2<\\/script><svg onload='window.owned=3'></svg>"
      + "<a href='javascript:window.owned=4' id='trap'>go</a><iframe src='javascript:parent.owned=5'></iframe><b style='position:fixed' onclick='window.owned=6'>b</b>"
      + "<style>main{display:none}</style><form action='https://evil.example/'><button>Sign in</button></form>";
  private static final String MARKDOWN = "[go](javascript:window.owned=7) [data](data:text/html,<script>1<\\/script>) ![x](https://evil.example/pixel.png) "
      + "<https://evil.example/> [v](vbscript:x)";
  private static final String FORM = """
      {"id":"phone-swap.hostile","type":"default","schemaVersion":19,"components":[
        {"type":"text","id":"A","text":"@markup"},{"type":"text","id":"B","text":"@markdown"},
        {"type":"textfield","id":"C","key":"c","label":"@markup","description":"@markup","validate":{"pattern":"x","patternErrorMessage":"@markup"},"appearance":{"prefixAdorner":"@markup"}},
        {"type":"radio","id":"D","key":"d","label":"D","values":[{"label":"@markup","value":"@markup"}]},
        {"type":"select","id":"E","key":"e","label":"E","values":[{"label":"@markup","value":"x"}],"defaultValue":"x"},
        {"type":"group","id":"I","label":"@markup","components":[{"type":"button","id":"J","label":"@markup","action":"submit"}]},
        {"type":"text","id":"K","text":"{{\\"@quoted\\"}}"}]}""";

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;

  private final List<String> asked = new ArrayList<>();

  @Test
  void textsOfAFormRunNothingAndLeadNowhere() {
    Person front = browsers.signIn("front1");
    Request swap = people.phoneSwap();
    new TaskWork(front).claimsFrom("front-office", swap.number().value(), "Agree the plan change with the customer");
    Page page = front.page();
    watch(page);
    String form = FORM.replace("@markup", MARKUP).replace("@markdown", MARKDOWN).replace("@quoted", "<b onclick=window.owned=8>x</b>");
    page.route(page.url(), route -> exchange(route, "data-name=\"schema\">", "</script>", form.replace("<", "\\u003c")));
    page.reload();
    page.locator("stile-form[ready]").waitFor();

    assertThat(count(page, ".stile-form-body :is(script, style, iframe, object, embed, form form, [style*=fixed])")).isZero();
    assertHarmless(page);
  }

  @Test
  void textsOfADiagramRunNothingAndLeadNowhere() {
    Person owner = browsers.signIn("front1");
    Page page = owner.page();
    watch(page);
    String name = MARKUP.replace("\\/", "/").replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    page.route(Pattern.compile(".*/models/phone-swap/diagram\\.bpmn"), route -> {
      APIResponse response = route.fetch();
      route.fulfill(new Route.FulfillOptions().setResponse(response)
          .setBody(response.text().replaceAll(" name=\"[^\"]*\"", Matcher.quoteReplacement(" name=\"" + name + "\""))));
    });
    owner.opens("/models/phone-swap");
    page.locator("stile-diagram[ready]").waitFor();

    assertThat(page.locator("stile-diagram text").first().textContent()).isNotBlank();
    assertThat(count(page, ".djs-container svg :is(script, img, iframe, foreignObject, a)")).isZero();
    assertHarmless(page);
  }

  private void watch(Page page) {
    page.onDialog(dialog -> asked.add(dialog.message()));
  }

  /** Puts something else into what the server answers; its headers, and with them the content security policy, stay. */
  private static void exchange(Route route, String from, String until, String by) {
    APIResponse response = route.fetch();
    String body = response.text();
    int start = body.indexOf(from) + from.length();
    route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body.substring(0, start) + by + body.substring(body.indexOf(until, start))));
  }

  private void assertHarmless(Page page) {
    assertThat(page.evaluate("() => window.owned ?? null")).as("what ran").isNull();
    assertThat(page.evaluate("""
        () => [...document.querySelectorAll('main *')].flatMap(e => [...e.attributes].filter(a => /^on/i.test(a.name)
            || /^(href|src|action|formaction|xlink:href)$/i.test(a.name) && /^\\s*(javascript|data:text|vbscript)/i.test(a.value)).map(a => e.tagName + ' ' + a.name + '=' + a.value))"""))
        .as("attributes that run something").isEqualTo(List.of());
    assertThat(asked).as("dialogs").isEmpty();
    assertThat(page.locator("main").first().evaluate("main => getComputedStyle(main).display")).isNotEqualTo("none");
  }

  private static int count(Page page, String selector) {
    return page.locator(selector).count();
  }
}
