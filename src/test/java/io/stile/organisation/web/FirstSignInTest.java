package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.stile.organisation.Organisation;
import io.stile.organisation.SignInLinks;
import io.stile.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;

class FirstSignInTest extends AdminPages {

  @Autowired SignInLinks links;
  @Autowired Organisation organisation;
  @Autowired PasswordEncoder encoder;
  @Autowired TestClock time;

  @Test
  void anEmployeeSetsHisPasswordOnce() throws Exception {
    String token = links.make("quality1");
    assertThat(show(token).getContentAsString()).contains("Welcome, Rahel Tesfaye", "quality1");

    assertThat(set(token, "lantern-velvet-42-orchid", "lantern-velvet-42-orchid").getRedirectedUrl()).isEqualTo("/sign-in");

    assertThat(encoder.matches("lantern-velvet-42-orchid", organisation.passwordHash("quality1").orElseThrow())).isTrue();
    assertThat(lastEntry().actor()).isEqualTo("quality1");
    assertThat(set(token, "walnut-drizzle-77-anchor", "walnut-drizzle-77-anchor").getStatus()).isEqualTo(410);
    assertThat(show(token).getContentAsString()).contains("does not work any more");
  }

  @Test
  void aPasswordThatIsRefusedDoesNotUseTheLinkUp() throws Exception {
    String token = links.make("quality1");
    assertThat(set(token, "short", "short").getStatus()).isEqualTo(422);
    assertThat(set(token, "lantern-velvet-42-orchid", "lantern-velvet-42-orchard").getContentAsString()).contains("The two passwords differ");
    assertThat(show(token).getStatus()).isEqualTo(200);
  }

  @Test
  void onlyTheNewestWorksAndOnlyForTwoDays() throws Exception {
    String first = links.make("quality1");
    String second = links.make("quality1");
    assertThat(show(first).getStatus()).isEqualTo(410);
    assertThat(show(second).getStatus()).isEqualTo(200);
    time.advance(SignInLinks.VALID);
    assertThat(show(second).getStatus()).isEqualTo(410);
  }

  @Test
  void whoHasLeftCannotUseIt() throws Exception {
    String token = links.make("quality1");
    organisation.setActive("quality1", false);
    assertThat(show(token).getStatus()).isEqualTo(410);
  }

  @Test
  void aMadeUpLinkDoesNotWork() throws Exception {
    assertThat(show("made-up").getStatus()).isEqualTo(410);
  }

  private MockHttpServletResponse show(String token) throws Exception {
    return pages.perform(get("/sign-in/link/" + token)).andReturn().getResponse();
  }

  private MockHttpServletResponse set(String token, String password, String again) throws Exception {
    return pages.perform(post("/sign-in/link/" + token).param("password", password).param("again", again).with(csrf())).andReturn().getResponse();
  }
}
