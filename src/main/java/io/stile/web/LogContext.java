package io.stile.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says in each line of the log what it belongs to: {@code correlation} is the call of a browser or program ({@value #HEADER}, of the caller's
 * choice or ours), {@code request} the customer's request, {@code user} who is signed in. What code further down adds is gone, too, when
 * the call ends.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LogContext extends OncePerRequestFilter {

  static final String HEADER = "X-Request-Id";
  static final String CORRELATION = "correlation";
  static final String REQUEST = "request";
  static final String USER = "user";

  /** What could break a line of a log, or fill it, is not taken over. */
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern ABOUT_REQUEST = Pattern.compile("/(?:api/v1/)?requests/(SR-\\d{1,18})(?:/.*)?");

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Map<String, String> before = MDC.getCopyOfContextMap();
    try {
      String correlation = correlation(request);
      MDC.put(CORRELATION, correlation);
      response.setHeader(HEADER, correlation);
      Matcher about = ABOUT_REQUEST.matcher(path(request));
      if (about.matches()) {
        MDC.put(REQUEST, about.group(1));
      }
      chain.doFilter(request, response);
    } finally {
      restore(before);
    }
  }

  /** The same one again when the container hands a failed call on to the error page. */
  private static String correlation(HttpServletRequest request) {
    if (request.getAttribute(CORRELATION) instanceof String known) {
      return known;
    }
    String sent = request.getHeader(HEADER);
    String correlation = sent != null && SANE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    request.setAttribute(CORRELATION, correlation);
    return correlation;
  }

  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed instanceof String original ? original : request.getRequestURI();
    return path.substring(request.getContextPath().length());
  }

  static void restore(Map<String, String> before) {
    if (before == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(before);
    }
  }
}
