package io.stile.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no handler could make sense of: a query that cannot be read, text in it that cannot be looked for, a body of no one media
 * type, and one for the API that is beyond measure. Runs behind the sign-in, and before whoever reads the body.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class CallCheck extends OncePerRequestFilter {

  /** Bytes that a call of the API can send. */
  static final int LONGEST_BODY = 1 << 20;

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Problem> wrong = wrong(request);
    if (wrong.isPresent()) {
      request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new Refusal(wrong.get()));
      response.sendError(wrong.get().status().value());
    } else {
      chain.doFilter(isOfApi(request) ? new BoundedBody(request, LONGEST_BODY) : request, response);
    }
  }

  private static Optional<Problem> wrong(HttpServletRequest request) {
    if (isOfApi(request) && request.getContentLengthLong() > LONGEST_BODY) {
      return Optional.of(Problem.tooLarge(LONGEST_BODY));
    }
    boolean asks = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    return asks ? wrongQuery(request) : wrongType(request);
  }

  private static Optional<Problem> wrongType(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.split(";", 2)[0].contains("*") ? Optional.empty()
        : Optional.of(Problem.of("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, HttpStatus.UNSUPPORTED_MEDIA_TYPE.getReasonPhrase(),
            "'%s' is a range of media types; expected the one of what was sent, for example application/json.".formatted(type)));
  }

  private static Optional<Problem> wrongQuery(HttpServletRequest request) {
    Map<String, String[]> parameters = request.getParameterMap();
    if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) != null) {
      return Optional.of(Problem.of("bad-request", HttpStatus.BAD_REQUEST, Problem.NOT_UNDERSTOOD,
          "The part of the address behind the question mark cannot be read: two hexadecimal digits are expected after each percent sign."));
    }
    return parameters.entrySet().stream().filter(parameter -> Arrays.stream(parameter.getValue()).anyMatch(value -> value.indexOf('\0') >= 0))
        .findFirst().map(parameter -> Refusal.invalid(parameter.getKey(),
            "Expected text; this holds the character U+0000, which no text can have.").problem());
  }

  private static boolean isOfApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
  }

  /** Whether a form was not read because it holds too much. */
  static boolean isTooLarge(HttpServletRequest request) {
    return request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) == FailReason.POST_TOO_LARGE;
  }
}
