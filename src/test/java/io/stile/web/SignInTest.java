package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@ShellTest
class SignInTest {

  @Autowired MockMvc browser;
  @Autowired ShellFixture.SomeAccounts accounts;
  @Autowired PasswordEncoder encoder;

  @Test
  void offersTheSignInsOfTheDemonstration() throws Exception {
    browser.perform(get("/sign-in")).andExpect(status().isOk()).andExpect(content().string(containsString("owner.phone-swap")))
        .andExpect(content().string(containsString("Front office, takes calls")));
  }

  @Test
  void leadsToThePageThatWasAskedFor() throws Exception {
    MockHttpSession session = new MockHttpSession();
    browser.perform(get("/requests/SR-1000426").accept(MediaType.TEXT_HTML).session(session)).andExpect(redirectedUrlPattern("**/sign-in"));
    signIn("front1", "stile", session).andExpect(redirectedUrl("/requests/SR-1000426"));
  }

  @Test
  void changesTheSessionAtTheSignIn() throws Exception {
    MockHttpSession session = new MockHttpSession();
    String before = session.getId();
    signIn("front1", "stile", session);
    assertThat(session.getId()).isNotEqualTo(before);
  }

  @Test
  void refusesAWrongPassword() throws Exception {
    browser.perform(formLogin("/sign-in").user("signIn", "front1").password("password", "wrong"))
        .andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in?refused"));
  }

  @Test
  void refusesAClosedAccountInTheSameWords() throws Exception {
    browser.perform(formLogin("/sign-in").user("signIn", "leaver").password("password", "stile"))
        .andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in?refused"));
  }

  @Test
  void refusesAFormWithoutToken() throws Exception {
    MockHttpSession session = session("front1");
    browser.perform(post("/tasks/7").param("answers", "{}").session(session)).andExpect(status().isForbidden());
    browser.perform(post("/tasks/7").param("answers", "{}").session(session).with(csrf())).andExpect(status().isFound());
  }

  @Test
  void signsOut() throws Exception {
    MockHttpSession session = session("front1");
    browser.perform(post("/sign-out").session(session).with(csrf())).andExpect(redirectedUrl("/sign-in?out")).andExpect(unauthenticated());
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void givesEveryEmployeeTheRoleOfAll() throws Exception {
    browser.perform(formLogin("/sign-in").user("signIn", "front1").password("password", "stile"))
        .andExpect(authenticated().withRoles("EMPLOYEE", "FRONT_OFFICE"));
  }

  @Test
  void endsTheSessionOfAnAccountThatIsClosed() throws Exception {
    accounts.put(new Account("temp1", "Tess Temp", encoder.encode("stile"), Set.of(), ShellFixture.BERLIN, true));
    MockHttpSession session = session("temp1");
    browser.perform(get("/").session(session)).andExpect(status().isOk());
    accounts.put(new Account("temp1", "Tess Temp", encoder.encode("stile"), Set.of(), ShellFixture.BERLIN, false));
    browser.perform(get("/").accept(MediaType.TEXT_HTML).session(session)).andExpect(redirectedUrlPattern("**/sign-in"));
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void followsTheRolesOfTheAccountDuringASession() throws Exception {
    String hash = encoder.encode("stile");
    accounts.put(new Account("temp2", "Tess Temp", hash, Set.of(), ShellFixture.BERLIN, true));
    MockHttpSession session = session("temp2");
    browser.perform(get("/administrators").session(session)).andExpect(status().isForbidden());
    accounts.put(new Account("temp2", "Tess Temp", hash, Set.of("ADMINISTRATOR"), ShellFixture.BERLIN, true));
    browser.perform(get("/administrators").session(session)).andExpect(status().isOk());
  }

  @Test
  void endsTheSessionsOfAnAccountWhosePasswordHasChanged() throws Exception {
    accounts.put(new Account("temp3", "Tess Temp", encoder.encode("stile"), Set.of(), ShellFixture.BERLIN, true));
    MockHttpSession session = session("temp3");
    browser.perform(get("/").session(session)).andExpect(status().isOk());
    accounts.put(new Account("temp3", "Tess Temp", encoder.encode("another"), Set.of(), ShellFixture.BERLIN, true));
    browser.perform(get("/").accept(MediaType.TEXT_HTML).session(session)).andExpect(redirectedUrlPattern("**/sign-in"));
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void leadsSomebodyWithAPasswordFromSomebodyElseToChoosingHisOwnBeforeAnythingElse() throws Exception {
    accounts.put(new Account("temp4", "Tess Temp", encoder.encode("stile"), Set.of(), ShellFixture.BERLIN, true, true));
    MockHttpSession session = session("temp4");
    browser.perform(get("/").session(session)).andExpect(status().isSeeOther()).andExpect(header().string("Location", "/account/password"));
    browser.perform(post("/tasks/7").param("answers", "{}").session(session).with(csrf())).andExpect(status().isSeeOther());
    browser.perform(get("/").session(session).header("HX-Request", "true")).andExpect(header().string("HX-Redirect", "/account/password"));
    browser.perform(post("/sign-out").session(session).with(csrf())).andExpect(redirectedUrl("/sign-in?out"));
  }

  @Test
  void keepsNothingOfSomebodyInHisSessionButHisNameAndAStamp() throws Exception {
    MockHttpSession session = session("front1");
    browser.perform(get("/").session(session)).andExpect(status().isOk());
    assertThat(Collections.list(session.getAttributeNames())).filteredOn(name -> !name.contains("Csrf"))
        .containsExactlyInAnyOrder("org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME", "stile.password-stamp")
        .allSatisfy(name -> assertThat(session.getAttribute(name)).isInstanceOf(String.class));
  }

  @Test
  void tellsHtmxToGoToTheSignInPageInsteadOfShowingItInsideAnother() throws Exception {
    browser.perform(get("/").header("HX-Request", "true")).andExpect(status().isUnauthorized())
        .andExpect(header().string("HX-Redirect", "/sign-in")).andExpect(content().string(""));
  }

  @Test
  void leavesAPageThatAsksByItselfWhereItIs() throws Exception {
    browser.perform(get("/badges").header("HX-Request", "true").header("Stile-Background", "true")).andExpect(status().isUnauthorized())
        .andExpect(header().doesNotExist("HX-Redirect"));
  }

  @Test
  void givesAnOlderPageTheTokenOfTheSession() throws Exception {
    browser.perform(get("/badges").header("HX-Request", "true").session(session("front1"))).andExpect(status().isOk())
        .andExpect(header().exists("Stile-Csrf")).andExpect(header().string("Stile-Viewer", "front1"))
        .andExpect(header().string("Stile-Time", ShellFixture.NOW.toString()))
        .andExpect(content().string(containsString("id=\"count-queues-logistics\"")))
        .andExpect(content().string(containsString("hx-swap-oob=\"true\"")))
        .andExpect(content().string(not(containsString("<html"))));
  }

  private MockHttpSession session(String signIn) throws Exception {
    MockHttpSession session = new MockHttpSession();
    signIn(signIn, "stile", session).andExpect(authenticated());
    return session;
  }

  private ResultActions signIn(String signIn, String password, MockHttpSession session) throws Exception {
    return browser.perform(MockMvcRequestBuilders.post("/sign-in").param("signIn", signIn).param("password", password).session(session).with(csrf()));
  }
}
