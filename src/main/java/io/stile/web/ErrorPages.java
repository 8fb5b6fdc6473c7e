package io.stile.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What fails before or after the handlers: a filter that refuses, a template that breaks. */
@Controller
class ErrorPages implements ErrorController {

  private static final Problem PAGE_TOO_OLD = Problem.of("page-too-old", HttpStatus.FORBIDDEN, "This page was open for too long",
      "Your session has ended or changed since the page was loaded, so nothing was sent. Go back, copy what you typed, and load the page again.");

  private static final Problem FORM_TOO_LARGE = Problem.of("content-too-large", HttpStatus.PAYLOAD_TOO_LARGE, "Too large",
      "This form holds more than two million characters, so nothing was sent. Go back: what you typed is still there.");

  private final ProblemReader reader;
  private final ProblemAnswers answers;

  ErrorPages(ProblemReader reader, ProblemAnswers answers) {
    this.reader = reader;
    this.answers = answers;
  }

  @RequestMapping("/error")
  @PreAuthorize("permitAll()")
  Object error(HttpServletRequest request, HttpServletResponse response) {
    Throwable cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
    return answers.tell(problem(request, cause), cause, request, response, HttpHeaders.EMPTY);
  }

  private Problem problem(HttpServletRequest request, Throwable cause) {
    if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
      // A form that is too large is not read, and so its token is missing, too.
      return CallCheck.isTooLarge(request) ? FORM_TOO_LARGE : PAGE_TOO_OLD;
    }
    // Somebody who opens this address himself has no error to see.
    int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : HttpStatus.NOT_FOUND.value();
    return cause == null ? reader.of(HttpStatusCode.valueOf(status)) : reader.read(cause);
  }
}
