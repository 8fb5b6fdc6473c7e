package io.stile.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Answers honestly while the database is away. In front of everything, because sessions and accounts lie in the database, too:
 * without it not even the error page of a person who has signed in could be reached.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OutageFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

  private final HandlerExceptionResolver problems;
  private final ViewResolver views;

  OutageFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
      @Qualifier("thymeleafViewResolver") ViewResolver views) {
    this.problems = problems;
    this.views = views;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException failure) {
      if (!Outage.isCauseOf(failure) || response.isCommitted()) {
        throw failure;
      }
      answer(request, response, failure);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Exception outage) throws IOException {
    response.reset();
    SafeHeaders.write(response);
    try {
      ModelAndView answer = problems.resolveException(request, response, null, outage);
      if (answer != null && !answer.isEmpty()) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        View view = views.resolveViewName(String.valueOf(answer.getViewName()), Locale.UK);
        view.render(answer.getModel(), request, response);
      }
    } catch (Exception unwritable) {
      LOG.warn("The page about the database cannot be written", unwritable);
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
  }
}
