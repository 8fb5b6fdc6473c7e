package io.stile.notification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail that was sent and mail that was not, as a person sees it. */
@StileTest
class MailBrowserTest {

  @RegisterExtension
  final Browsers browsers = new Browsers();
  @Autowired
  Requesting people;
  @Autowired
  JdbcClient jdbc;

  @BeforeEach
  void writeOneThatWasSentAndOneThatWasGivenUp() {
    String number = people.phoneSwap().number().value();
    mail(number, "A mail that was sent", "sent_at");
    mail(number, "A mail that was given up", "given_up_at");
  }

  private void mail(String number, String subject, String ended) {
    long id = jdbc.sql("""
        insert into mail (event, template, recipient, name, address, subject, body_text, body_html, request, created_at,
                          due_at, error)
        values ('browser', ?, 'customer:1', 'Ada', 'ada.with.a.long.name@mail.example.org', ?, ?, '<p>Hello</p>', ?, now(),
                now(), '550 5.1.1 ada.with.a.long.name@mail.example.org: recipient address rejected') returning id""")
        .params(subject, subject, "Hello Ada,\n\nyour request is open.\n", number).query(Long.class).single();
    jdbc.sql("update mail set " + ended + " = now() where id = ?").param(id).update();
  }

  @AfterEach
  void leaveNothing() {
    jdbc.sql("delete from mail where event = 'browser'").update();
  }

  @Test
  void theAdministratorSendsAMailAgain() {
    Person administrator = browsers.signIn("admin").opens("/admin/mail");
    administrator.screenshots("mail-not-sent");
    administrator.expectsAccessible();
    administrator.expectsToFitAPhone();

    administrator.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again: A mail that was given up"))
        .click();

    assertThat(administrator.page().locator(".messages")).containsText("being sent again");
  }

  @Test
  void everybodyReadsTheMailboxOfTheDemonstration() {
    Person reader = browsers.signIn("front1").opens("/mailbox");
    reader.screenshots("mailbox");
    reader.expectsAccessible();
    reader.expectsToFitAPhone();

    reader.page().getByText("A mail that was sent").first().click();

    assertThat(reader.page().locator("blockquote").first()).containsText("your request is open");
    reader.screenshots("mailbox-mail");
    reader.expectsAccessible();
    reader.expectsToFitAPhone();
  }
}
