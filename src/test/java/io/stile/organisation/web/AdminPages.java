package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.stile.audit.Audit;
import io.stile.audit.AuditEntry;
import io.stile.audit.AuditFilter;
import io.stile.testkit.StileTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** Pages of administrators, asked as one; what a test changes is undone after it. */
@StileTest
@Transactional
abstract class AdminPages {

  static final UserRequestPostProcessor ADMINISTRATOR = user("admin").roles("EMPLOYEE", "ADMINISTRATOR");
  static final UserRequestPostProcessor LEAD = user("logistics.lead").roles("EMPLOYEE", "LEAD");
  static final UserRequestPostProcessor EMPLOYEE = user("front1").roles("EMPLOYEE", "FRONT_OFFICE");

  @Autowired WebApplicationContext application;
  @Autowired Audit audit;

  MockMvc pages;

  @BeforeEach
  void reachThePages() {
    pages = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
  }

  MockHttpServletResponse perform(MockHttpServletRequestBuilder request, UserRequestPostProcessor by) throws Exception {
    return pages.perform(request.with(by).with(csrf())).andReturn().getResponse();
  }

  /** The page at an address, without what stands around it. */
  String page(String path, Object... variables) throws Exception {
    MockHttpServletResponse response = perform(get(path, variables), ADMINISTRATOR);
    assertThat(response.getStatus()).as("status of %s", path).isEqualTo(200);
    return main(response);
  }

  /** What an administrator gets when he sends a form, in pairs of name and value. */
  MockHttpServletResponse sent(String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path);
    for (int at = 0; at < fields.length; at += 2) {
      request.param(fields[at], fields[at + 1]);
    }
    return perform(request, ADMINISTRATOR);
  }

  static String main(MockHttpServletResponse response) throws Exception {
    String page = response.getContentAsString();
    return page.contains("<main") ? page.substring(page.indexOf("<main"), page.indexOf("</main>")) : page;
  }

  AuditEntry lastEntry() {
    List<AuditEntry> newest = audit.entries(AuditFilter.NONE, null, 1);
    assertThat(newest).hasSize(1);
    return newest.get(0);
  }
}
