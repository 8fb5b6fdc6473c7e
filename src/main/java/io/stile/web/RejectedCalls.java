package io.stile.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers calls that come through no door: methods that are none, addresses with tricks in them. */
@Component
class RejectedCalls implements RequestRejectedHandler {

  private final HandlerExceptionResolver problems;
  private final ProblemReader reader;

  RejectedCalls(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, ProblemReader reader) {
    this.problems = problems;
    this.reader = reader;
  }

  /** A program has its answer at once, because the way to the error page is closed to a method that is none, too. */
  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected) throws IOException {
    int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : HttpStatus.BAD_REQUEST.value();
    ModelAndView answer = problems.resolveException(request, response, null,
        new Refusal(reader.of(HttpStatusCode.valueOf(status)), rejected));
    boolean written = answer != null && answer.isEmpty();
    if (!written) {
      response.sendError(status);
    }
  }
}
