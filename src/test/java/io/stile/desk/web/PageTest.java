package io.stile.desk.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Pages as an employee gets them, without a browser. */
@StileTest
abstract class PageTest {

  @Autowired
  WebApplicationContext context;
  @Autowired
  Requesting people;

  private MockMvc mvc;

  @BeforeEach
  void reachThePages() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  ResultActions opens(String signIn, String address, Object... variables) throws Exception {
    return mvc.perform(as(signIn, get(address, variables)));
  }

  /** @param fields name and value in turn */
  ResultActions sends(String signIn, String address, String... fields) throws Exception {
    MockHttpServletRequestBuilder form = post(address).with(csrf());
    for (int at = 0; at < fields.length; at += 2) {
      form.param(fields[at], fields[at + 1]);
    }
    return mvc.perform(as(signIn, form));
  }

  private static MockHttpServletRequestBuilder as(String signIn, MockHttpServletRequestBuilder request) {
    return request.with(user(signIn).roles("EMPLOYEE"));
  }
}
