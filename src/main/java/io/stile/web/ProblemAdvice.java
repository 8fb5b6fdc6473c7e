package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** What becomes of an exception in any handler of pages or API. */
@ControllerAdvice
final class ProblemAdvice {

  private final ProblemReader reader;
  private final ProblemAnswers answers;

  ProblemAdvice(ProblemReader reader, ProblemAnswers answers) {
    this.reader = reader;
    this.answers = answers;
  }

  @ExceptionHandler
  Object answer(Exception exception, HttpServletRequest request, HttpServletResponse response) {
    HttpHeaders headers = exception instanceof ErrorResponse spring ? spring.getHeaders() : HttpHeaders.EMPTY;
    return answers.tell(reader.read(exception), exception, request, response, headers);
  }

  /** The browser has gone: there is nobody to tell. */
  @ExceptionHandler
  void nobodyListens(AsyncRequestNotUsableException gone) {}
}
