package io.stile.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.notification.Notice;
import io.stile.notification.Notices;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.web.Badge;
import java.util.List;
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
class NoticesPageTest {

  private static final String ME = "quality2";

  @Autowired WebApplicationContext application;
  @Autowired Notices notices;
  @Autowired NoticeBadges badges;
  @Autowired Requesting people;
  @Autowired JdbcClient jdbc;

  private MockMvc pages;
  private Request request;

  @BeforeEach
  void tell() {
    pages = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    request = people.phoneSwap();
    jdbc.sql("delete from notice where employee in (?, 'quality1')").param(ME).update();
    notice(ME, "First thing");
    notice(ME, "Second <b>thing</b>");
    notice("quality1", "Another's thing");
  }

  private void notice(String employee, String text) {
    jdbc.sql("insert into notice (event, employee, kind, request, text, at) values (?, ?, 'owner', ?, ?, now())")
        .params(text, employee, request.number().value(), text).update();
  }

  @Test
  void showsUnreadOnesFirstAndOnlyOnesOwn() throws Exception {
    notices.read(idOf("Second <b>thing</b>"), ME);

    String page = pages.perform(get("/notices").with(me())).andReturn().getResponse().getContentAsString();

    assertThat(page).contains("1 unread").doesNotContain("Another").contains("Second &lt;b&gt;thing&lt;/b&gt;");
    assertThat(page.indexOf("First thing")).isLessThan(page.indexOf("Second"));
  }

  @Test
  void openingOneTakesNoteOfItAndLeadsToWhatItIsAbout() throws Exception {
    assertThat(badges.badgesFor(ME)).containsExactly(new Badge(Badge.NOTICES, 2, false));

    pages.perform(post("/notices/%d/open".formatted(idOf("First thing"))).with(me()).with(csrf()))
        .andExpect(redirectedUrl("/requests/" + request.number()));

    assertThat(badges.badgesFor(ME)).containsExactly(new Badge(Badge.NOTICES, 1, false));
    assertThat(unread()).extracting(Notice::text).containsExactly("Second <b>thing</b>");
  }

  @Test
  void anothersNoticeIsNotThere() throws Exception {
    long others = notices.of("quality1", 10).stream().filter(notice -> notice.text().startsWith("Another")).findFirst()
        .orElseThrow().id();

    pages.perform(post("/notices/%d/open".formatted(others)).with(me()).with(csrf())).andExpect(status().isNotFound());

    assertThat(notices.unread("quality1")).isEqualTo(1);
  }

  @Test
  void takesNoteOfAllAtOnce() throws Exception {
    pages.perform(post("/notices/read").with(me()).with(csrf())).andExpect(redirectedUrl("/notices"));

    assertThat(unread()).isEmpty();
    assertThat(notices.unread("quality1")).isEqualTo(1);
    pages.perform(get("/notices").with(me())).andExpect(content().string(containsString("Nothing new")));
  }

  private List<Notice> unread() {
    return notices.of(ME, 10).stream().filter(notice -> notice.readAt() == null).toList();
  }

  private long idOf(String text) {
    return notices.of(ME, 10).stream().filter(notice -> notice.text().equals(text)).findFirst().orElseThrow().id();
  }

  private static UserRequestPostProcessor me() {
    return user(ME).roles("EMPLOYEE");
  }
}
