package io.stile.demonstration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

@StileTest
@Transactional
class MailboxTest {

  private static final UserRequestPostProcessor EMPLOYEE = user("front1").roles("EMPLOYEE");
  private static final String API = "/api/v1/demo/mailbox";

  @Autowired WebApplicationContext application;
  @Autowired Requesting people;
  @Autowired JdbcClient jdbc;

  private MockMvc web;
  private String number;

  @BeforeEach
  void fill() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    jdbc.sql("delete from mail_attempt").update();
    jdbc.sql("delete from mail").update();
    number = people.phoneSwap().number().value();
    // Not written in the order in which they were sent.
    mail("Third", "2026-03-02T10:00:00Z");
    mail("First", "2026-03-02T08:00:00Z");
    mail("Second <b>", "2026-03-02T09:00:00Z");
    mail("Waiting", null);
  }

  private long mail(String subject, String sentAt) {
    return jdbc.sql("""
        insert into mail (event, template, recipient, name, address, subject, body_text, body_html, request, created_at,
                          due_at, sent_at)
        values (?, 'opened', 'customer:1', 'Ada', 'ada@example.org', ?, 'Hello <i>', '<p>Hello &lt;i&gt;</p>', ?, now(),
                now(), cast(? as timestamptz)) returning id""")
        .params(subject, subject, number, sentAt).query(Long.class).single();
  }

  private long idOf(String subject) {
    return jdbc.sql("select id from mail where subject = ?").param(subject).query(Long.class).single();
  }

  @Test
  void showsWhatWasSentToEverybodyWhoWorksHere() throws Exception {
    String page = web.perform(get("/mailbox").with(EMPLOYEE)).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString();
    assertThat(page).contains("Second &lt;b&gt;", "To Ada, ada@example.org").doesNotContain("Waiting", "Nothing here", "Older mail");
    assertThat(page.indexOf("Third")).isLessThan(page.indexOf("First"));
  }

  @Test
  void showsOneMailAsTextWithItsHtmlAsSource() throws Exception {
    web.perform(get("/mailbox/{id}", idOf("Second <b>")).with(EMPLOYEE)).andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("Hello &lt;i&gt;"), containsString("&lt;p&gt;Hello &amp;lt;i&amp;gt;&lt;/p&gt;"),
            containsString("&lt;mail-" + idOf("Second <b>") + "@stile.localhost&gt;"), not(containsString("<i>")))));
    web.perform(get("/mailbox/{id}", idOf("Waiting")).with(EMPLOYEE)).andExpect(status().isNotFound());
    web.perform(get("/mailbox/x").with(EMPLOYEE)).andExpect(status().is4xxClientError());
  }

  @Test
  void givesProgramsTheSameInPartsThatSurviveNewMail() throws Exception {
    String first = web.perform(get(API).param("limit", "2").with(httpBasic("front1", "stile"))).andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].to").value("ada@example.org"))
        .andExpect(jsonPath("$.items[0].text").value("Hello <i>"))
        .andExpect(jsonPath("$.items[0].at").value("2026-03-02T10:00:00Z"))
        .andExpect(jsonPath("$.items[0].messageId").value("<mail-" + idOf("Third") + "@stile.localhost>"))
        .andReturn().getResponse().getContentAsString();
    assertThat(JsonPath.<List<String>>read(first, "$.items[*].subject")).containsExactly("Third", "Second <b>");
    mail("Fourth", "2026-03-02T11:00:00Z");
    web.perform(get(API).param("cursor", JsonPath.<String>read(first, "$.next")).with(httpBasic("front1", "stile")))
        .andExpect(jsonPath("$.items.length()").value(1)).andExpect(jsonPath("$.items[0].subject").value("First"))
        .andExpect(jsonPath("$.next").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=x"})
  void refusesWhatIsNoPart(String query) throws Exception {
    web.perform(get(API + "?" + query).with(httpBasic("front1", "stile"))).andExpect(status().is4xxClientError());
  }

  @Test
  void isForThoseWhoWorkHere() throws Exception {
    web.perform(get(API)).andExpect(status().isUnauthorized());
    web.perform(get("/mailbox").with(user("guest").roles("GUEST"))).andExpect(status().isForbidden());
  }
}
