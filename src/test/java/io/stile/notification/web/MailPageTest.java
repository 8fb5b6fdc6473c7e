package io.stile.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.notification.Mails;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

@StileTest
@Transactional
class MailPageTest {

  private static final UserRequestPostProcessor ADMINISTRATOR = user("admin").roles("EMPLOYEE", "ADMINISTRATOR");
  private static final UserRequestPostProcessor EMPLOYEE = user("front1").roles("EMPLOYEE");

  @Autowired WebApplicationContext application;
  @Autowired Mails mails;
  @Autowired MailBadges badges;
  @Autowired Requesting people;
  @Autowired JdbcClient jdbc;

  private MockMvc pages;
  private String number;

  @BeforeEach
  void reachThePages() {
    pages = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    jdbc.sql("delete from mail_attempt").update();
    jdbc.sql("delete from mail").update();
    number = people.phoneSwap().number().value();
  }

  private long mail(String subject, String set) {
    long id = jdbc.sql("""
        insert into mail (event, template, recipient, name, address, subject, body_text, body_html, request, created_at, due_at)
        values (?, 'late', 'employee:x', 'X', 'x@example.org', ?, 'a', 'b', ?, now(), now()) returning id""")
        .params(subject, subject, number).query(Long.class).single();
    jdbc.sql("update mail set " + set + " where id = ?").param(id).update();
    return id;
  }

  private String page() throws Exception {
    return pages.perform(get("/admin/mail").with(ADMINISTRATOR)).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString();
  }

  @Test
  void showsWhatWasGivenUpAndWhatIsTriedAgainButNothingThatMerelyWaits() throws Exception {
    mail("Fresh one", "error = null");
    mail("Retried one", "error = 'Connection refused', failures = 1");
    mail("Given <up> one", "error = '<550> no such user', failures = 33, given_up_at = now()");

    String page = page();

    assertThat(page).contains("2 waiting, 1 given up", "Given &lt;up&gt; one", "&lt;550&gt; no such user", "tried 33 times",
        "Connection refused", "tried once").doesNotContain("Fresh one", "No trouble with mail", "second time");
    assertThat(page.indexOf("Given &lt;up&gt; one")).isLessThan(page.indexOf("Retried one"));
  }

  @Test
  void saysSoWhenThereIsNoTrouble() throws Exception {
    assertThat(page()).contains("No trouble with mail", "0 waiting, 0 given up").doesNotContain("Send again");
  }

  @Test
  void countsCopiesThatMayHaveGoneOut() throws Exception {
    long id = mail("Sent one", "sent_at = now()");
    jdbc.sql("insert into mail_attempt (mail, at) values (?, now())").param(id).update();
    assertThat(page()).contains("1 may have gone out a second time");
  }

  @Test
  void sendsAGivenUpMailAgain() throws Exception {
    long id = mail("Given up", "error = 'no', failures = 33, given_up_at = now()");
    assertThat(badges.badgesFor("admin")).singleElement().satisfies(badge -> assertThat(badge.hot()).isTrue());

    pages.perform(post("/admin/mail/{id}/again", id).with(ADMINISTRATOR).with(csrf())).andExpect(redirectedUrl("/admin/mail"));

    assertThat(mails.givenUp()).isZero();
    assertThat(mails.waiting()).isEqualTo(1);
  }

  @Test
  void aSentMailIsNotSentAgain() throws Exception {
    long id = mail("Sent", "sent_at = now()");
    pages.perform(post("/admin/mail/{id}/again", id).with(ADMINISTRATOR).with(csrf())).andExpect(status().isNotFound());
    assertThat(mails.waiting()).isZero();
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    long id = mail("Given up", "given_up_at = now()");
    pages.perform(get("/admin/mail").with(EMPLOYEE)).andExpect(status().isForbidden());
    pages.perform(post("/admin/mail/{id}/again", id).with(EMPLOYEE).with(csrf())).andExpect(status().isForbidden());
    assertThat(mails.givenUp()).isEqualTo(1);
  }
}
