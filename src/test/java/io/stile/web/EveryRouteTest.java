package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.StileTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The whole application, with the pages and resources of every module. */
@StileTest
class EveryRouteTest {

  @Autowired
  ApplicationContext application;

  @Test
  void saysWhoMayUseIt() {
    assertThat(RouteRules.routesWithoutRule(application)).isEmpty();
  }
}
