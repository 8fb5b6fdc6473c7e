package io.stile.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The headers of each answer, on top of Spring Security's own (no sniffing, no frames, no caching). */
final class SafeHeaders {

  /** Only our own files, nothing inline, nothing evaluated, no page of ours in somebody else's frame. */
  static final String CONTENT = String.join("; ",
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "font-src 'self'", "img-src 'self' data:",
      "form-action 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'");

  /**
   * The drawing boards place what they draw by style attributes, which their library writes; style sheets of others stay forbidden, and so does
   * every script. Source: what bpmn-js 18 and dmn-js 17 do when they are clicked through.
   */
  static final String DRAWING_CONTENT = CONTENT + "; style-src-attr 'unsafe-inline'";

  private static final RequestMatcher DRAWING = new OrRequestMatcher(
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/studio/{model}/diagram"),
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/studio/{model}/decisions/{decision}"));

  static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  private SafeHeaders() {}

  /** For an answer that Spring Security has no part in. */
  static void write(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CONTENT);
    response.setHeader("Permissions-Policy", PERMISSIONS);
    response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  static void write(HeadersConfigurer<HttpSecurity> headers) {
    headers.addHeaderWriter((request, response) -> response.setHeader("Content-Security-Policy", DRAWING.matches(request) ? DRAWING_CONTENT : CONTENT))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
  }
}
