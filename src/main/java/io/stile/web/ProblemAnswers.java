package io.stile.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells a problem in the way that its reader understands: JSON for a program, a banner for a page that asked by htmx, a page for everybody
 * else. Each one has an id that also stands in the log.
 */
@Component
final class ProblemAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
  private static final Pattern TOKEN = Pattern.compile("/[A-Za-z0-9_-]{32,}(?=/|$)");
  private static final String SPEAKABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int ID_LENGTH = 8;
  /** What is quoted must not begin a line of its own in the log. */
  private static final Pattern BREAKS = Pattern.compile("\\p{Cntrl}+");

  private final Shell shell;
  private final SecureRandom random = new SecureRandom();

  ProblemAnswers(Shell shell) {
    this.shell = shell;
  }

  /** @return what Spring MVC makes an answer of: a {@code ResponseEntity} or a {@code ModelAndView} */
  Object tell(Problem problem, Throwable cause, HttpServletRequest request, HttpServletResponse response, HttpHeaders headers) {
    String id = id();
    log(problem, cause, request, id);
    boolean outage = problem.equals(Outage.PROBLEM);
    if (outage) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Outage.RETRY_AFTER));
    }
    if (isForProgram(request)) {
      // Without the disposition Spring would work one out from the address, which may be what cannot be read.
      return ResponseEntity.status(problem.status()).headers(headers).header(HttpHeaders.CONTENT_DISPOSITION, "inline")
          .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(json(problem, id));
    }
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    boolean banner = Htmx.asked(request);
    if (banner) {
      response.setHeader(Htmx.RETARGET, "#messages");
      response.setHeader(Htmx.RESWAP, "innerHTML show:window:top");
    }
    ModelAndView page = new ModelAndView(banner ? "fragments/problem :: banner" : outage ? "outage" : "error", problem.status());
    page.addAllObjects(outage ? withoutDatabase(request) : shell.attributes(request));
    return page.addObject("problem", problem).addObject("occurrence", id);
  }

  /** The token that Spring Security would put into forms lies in the session; the one that was sent is still good. */
  private Map<String, Object> withoutDatabase(HttpServletRequest request) {
    request.removeAttribute("_csrf");
    request.removeAttribute(CsrfToken.class.getName());
    Map<String, Object> attributes = shell.bare();
    attributes.put("again", SentAgain.of(request));
    return attributes;
  }

  private static ProblemDetail json(Problem problem, String id) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
    detail.setType(URI.create(problem.type()));
    detail.setTitle(problem.title());
    detail.setInstance(URI.create("urn:stile:occurrence:" + id));
    problem.more().forEach(detail::setProperty);
    if (!problem.fields().isEmpty()) {
      detail.setProperty("fields", problem.fields());
    }
    return detail;
  }

  private static void log(Problem problem, Throwable cause, HttpServletRequest request, String id) {
    // Without the words of the problem: they quote what somebody typed, and what customers say has no place in a log.
    String line = BREAKS.matcher("%s %s %d %s: %s %s".formatted(id, request.getMethod(), problem.status().value(),
        withoutTokens(path(request)), problem.type(), problem.fields().stream().map(FieldProblem::field).toList())).replaceAll(" ");
    if (problem.equals(Outage.PROBLEM)) {
      LOG.warn("{} ({})", line, NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
    } else if (problem.status().is5xxServerError()) {
      LOG.error(line, cause);
    } else {
      LOG.info(line);
    }
  }

  /** Whoever has the token of a link can use it. */
  private static String withoutTokens(String path) {
    return TOKEN.matcher(path).replaceAll("/…");
  }

  private static boolean isForProgram(HttpServletRequest request) {
    String path = path(request).substring(request.getContextPath().length()) + "/";
    return path.startsWith("/api/") || path.startsWith("/actuator/") || isForIsland(request);
  }

  /** A script that asks for JSON shows what is wrong itself; a browser that opens a page asks for HTML. */
  private static boolean isForIsland(HttpServletRequest request) {
    return MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
  }

  /** Of the request that failed, also when the container has handed it on to the error page. */
  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String path ? path : request.getRequestURI();
  }

  private String id() {
    return random.ints(ID_LENGTH, 0, SPEAKABLE.length())
        .collect(StringBuilder::new, (text, at) -> text.append(SPEAKABLE.charAt(at)), StringBuilder::append).toString();
  }
}
