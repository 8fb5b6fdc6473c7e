package io.stile.desk.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages as a browser without script asks for them, through the whole security chain. */
final class DeskPages {

  private final MockMvc pages;

  DeskPages(WebApplicationContext application) {
    pages = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
  }

  ResultActions get(String employee, String address) throws Exception {
    return send(employee, MockMvcRequestBuilders.get(address));
  }

  /** Asks for a page of a redirect, with what the redirect brought along. */
  ResultActions follow(String employee, ResultActions redirect) throws Exception {
    var result = redirect.andReturn();
    return send(employee, MockMvcRequestBuilders.get(result.getResponse().getRedirectedUrl())
        .flashAttrs(result.getFlashMap()));
  }

  ResultActions post(String employee, String address, Map<String, ?> fields) throws Exception {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(address).with(csrf());
    fields.forEach((name, value) -> request.param(name, String.valueOf(value)));
    return send(employee, request);
  }

  private ResultActions send(String employee, MockHttpServletRequestBuilder request) throws Exception {
    return pages.perform(request.with(user(employee).roles("EMPLOYEE")).accept(MediaType.TEXT_HTML));
  }
}
