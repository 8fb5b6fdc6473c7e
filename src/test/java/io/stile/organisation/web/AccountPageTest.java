package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.organisation.NewEmployee;
import io.stile.organisation.Organisation;
import io.stile.organisation.PasswordRefused;
import io.stile.organisation.Passwords;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.StileTest;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@StileTest
class AccountPageTest {

  private static final String OWN = "four-quiet-otters-sing";
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  @RegisterExtension final Browsers browsers = new Browsers();
  @Autowired WebApplicationContext context;
  @Autowired Organisation organisation;
  @Autowired Passwords passwords;
  @Autowired PasswordEncoder encoder;
  @Autowired JdbcClient jdbc;

  private final String me = "account" + PEOPLE.incrementAndGet();
  private MockMvc mvc;

  @BeforeEach
  void takeMeIn() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    organisation.add(new NewEmployee(me, "Tess Account", encoder.encode("stile"), ZoneId.of("Europe/Berlin"), Set.of()));
  }

  @Test
  void showsWhatIsKnownAboutMe() throws Exception {
    mvc.perform(get("/account").with(user(me).roles("EMPLOYEE"))).andExpect(status().isOk()).andExpect(content().string(allOf(
        containsString("Tess Account"), containsString("no address: you get no mail"), containsString("none beyond everybody"),
        containsString("You are signed in only here."))));
  }

  @Test
  void changesMyPassword() throws Exception {
    change("stile", OWN, OWN).andExpect(redirectedUrl("/account")).andExpect(flash().attribute("message", containsString("is changed")));

    assertThat(encoder.matches(OWN, passwords.of(me).orElseThrow().hash())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "wrong | four-quiet-otters-sing | four-quiet-otters-sing | present | This is not your present password.",
      "stile | short                  | short                  | chosen  | Take at least 10 characters.",
      "stile | password123            | password123            | chosen  | It would be guessed too soon",
      "stile | tess.account           | tess.account           | chosen  | It would be guessed too soon",
      "stile | aaaaaaaaaaaaaaaa       | aaaaaaaaaaaaaaaa       | chosen  | It would be guessed too soon",
      "stile | four-quiet-otters-sing | four-quiet-otters-sit  | again   | You typed two different passwords."})
  void saysAtTheFieldWhyAPasswordIsRefusedAndChangesNothing(String present, String chosen, String again, String field, String why)
      throws Exception {
    change(present, chosen, again).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
        containsString(why), containsString("id=\"" + field + "-error\""), not(containsString("\"" + chosen + "\"")))));

    assertThat(encoder.matches("stile", passwords.of(me).orElseThrow().hash())).isTrue();
  }

  @Test
  void refusesMoreThanTheHashReadsAndTheSameAgain() {
    assertThatExceptionOfType(PasswordRefused.class)
        .isThrownBy(() -> passwords.change(me, "stile", "ä".repeat(37), "ä".repeat(37))).withMessageContaining("at most 72 bytes");
    passwords.change(me, "stile", OWN, OWN);
    assertThatExceptionOfType(PasswordRefused.class)
        .isThrownBy(() -> passwords.change(me, OWN, OWN, OWN)).withMessageContaining("present one");
  }

  @Test
  void isForWhoeverIsSignedIn() throws Exception {
    mvc.perform(get("/account")).andExpect(redirectedUrlPattern("**/sign-in"));
    mvc.perform(post("/account/password").with(csrf())).andExpect(redirectedUrlPattern("**/sign-in"));
    mvc.perform(post("/account/password").with(user(me).roles("EMPLOYEE"))).andExpect(status().isForbidden());
  }

  private ResultActions change(String present, String chosen, String again) throws Exception {
    return mvc.perform(post("/account/password").param("present", present).param("chosen", chosen).param("again", again)
        .with(user(me).roles("EMPLOYEE")).with(csrf()));
  }

  @Test
  void endsMySessionInTheOtherBrowserAndNotInThisOne() {
    Person other = browsers.signIn(me);
    Person here = browsers.signIn(me);
    here.opens("/account");
    assertThat(here.page().content()).contains("One other browser is signed in as you.");
    here.expectsAccessible();
    here.expectsToFitAPhone();
    here.screenshots("account");
    here.page().getByText("Change password").click();
    here.expectsAccessible();
    here.page().fill("#present", "stile");
    here.page().fill("#chosen", "password123");
    here.page().fill("#again", "password123");
    here.presses("Enter");
    here.page().waitForSelector("#chosen-error");
    here.expectsAccessible();
    here.expectsToFitAPhone();
    here.screenshots("account-password");
    here.page().fill("#present", "stile");
    here.page().fill("#chosen", OWN);
    here.page().fill("#again", OWN);
    here.presses("Enter");
    here.page().waitForURL(url -> url.endsWith("/account"));

    assertThat(here.page().content()).contains("Your password is changed.", "You are signed in only here.");
    other.opens("/account");
    assertThat(other.page().url()).contains("/sign-in");
  }

  @Test
  void signsMeOutElsewhere() {
    Person other = browsers.signIn(me);
    Person here = browsers.signIn(me);
    here.opens("/account").page().getByText("Sign out there").click();
    here.page().waitForSelector("text=You are signed in only here now.");

    other.opens("/");
    assertThat(other.page().url()).contains("/sign-in");
  }

  @Test
  void leadsMeToChoosingMyOwnPasswordFirst() {
    jdbc.sql("update employee set password_temporary = true where sign_in = ?").param(me).update();

    Person here = browsers.signIn(me);

    assertThat(here.page().url()).endsWith("/account/password");
    here.expectsAccessible();
    here.screenshots("account-first-password");
  }
}
