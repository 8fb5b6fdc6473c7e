package io.stile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pulse of each open page: fresh counts, the server's time, and the token of the session, should it be another one by now. */
@Controller
class BadgeCounts {

  private final Clock clock;

  BadgeCounts(Clock clock) {
    this.clock = clock;
  }

  @GetMapping("/badges")
  @PreAuthorize("isAuthenticated()")
  String counts(Viewer viewer, CsrfToken token, HttpServletResponse response) {
    response.setHeader(Htmx.TIME, clock.instant().toString());
    response.setHeader(Htmx.CSRF, token.getToken());
    response.setHeader(Htmx.VIEWER, viewer.signIn());
    return "fragments/badges :: fresh";
  }
}
