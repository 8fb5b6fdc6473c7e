package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

@ShellTest
class RoutesTest {

  @Autowired ApplicationContext application;
  @Autowired MockMvc web;

  @Test
  void eachRouteSaysWhoMayUseIt() {
    assertThat(RouteRules.routes(application)).anyMatch(route -> route.contains("[/badges]"));
    assertThat(RouteRules.routesWithoutRule(application)).isEmpty();
  }

  @Test
  void aRouteWithoutRuleIsFoundByItsName() {
    GenericWebApplicationContext careless = new GenericWebApplicationContext();
    careless.setServletContext(((WebApplicationContext) application).getServletContext());
    careless.registerBean(Mvc.class);
    careless.registerBean(Careless.class);
    AnnotationConfigUtils.registerAnnotationConfigProcessors(careless);
    careless.refresh();
    assertThat(RouteRules.routesWithoutRule(careless)).singleElement().asString().contains("/careless", "Careless#open");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/badges", "/requests/SR-1000426", "/nowhere", "/assets.html"})
  void asksEverybodyToSignInFirst(String path) throws Exception {
    web.perform(get(path).accept(MediaType.TEXT_HTML)).andExpect(redirectedUrlPattern("**/sign-in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/nowhere", "/conflict"})
  void sendsTheStrictHeadersWithEachPage(String path) throws Exception {
    web.perform(get(path).with(user("front1").roles("EMPLOYEE")))
        .andExpect(header().string("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("X-Frame-Options", "DENY"))
        .andExpect(header().exists("Permissions-Policy"))
        .andExpect(header().string("Cache-Control", containsString("no-store")));
  }

  @EnableWebMvc
  static class Mvc {}

  @Controller
  static class Careless {

    @GetMapping("/careless")
    String open() {
      return "careless";
    }
  }
}
