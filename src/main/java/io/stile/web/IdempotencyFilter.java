package io.stile.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a POST that carries an {@code Idempotency-Key} safe to repeat for a day: a call that repeats an earlier one of the same
 * person gets its answer, and one that arrives while the first is at work waits for it. Answers that say that we failed
 * (5xx) are not kept: such a call is worth another try. Runs behind the sign-in, whose refusals are nobody's answer.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotencyFilter extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";
  /** Answer: it is the one that the first call got. */
  static final String REPLAYED = "Idempotency-Replayed";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final int LONGEST_BODY = 1 << 20;
  private static final int PATIENCE = 200;
  private static final long PAUSE_MS = 50;

  private final IdempotencyTable table;
  private final IdempotentWork work;
  private final HandlerExceptionResolver problems;

  IdempotencyFilter(IdempotencyTable table, IdempotentWork work,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.table = table;
    this.work = work;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HEADER) == null || !request.getMethod().equals("POST") || request.getUserPrincipal() == null
        || !request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
      IdempotentCall call = call(request, body);
      Optional<IdempotentCall.Answer> earlier = earlier(call);
      if (earlier.isPresent()) {
        replay(earlier.get(), response);
      } else {
        answer(call, new RepeatableBody(request, body), response, chain);
      }
    } catch (Refusal refusal) {
      problems.resolveException(request, response, null, refusal);
    }
  }

  private static IdempotentCall call(HttpServletRequest request, byte[] body) {
    String key = request.getHeader(HEADER);
    if (!KEY.matcher(key).matches()) {
      throw Refusal.invalid(HEADER, "Expected 1 to 255 visible ASCII characters.");
    }
    if (body.length > LONGEST_BODY) {
      throw new Refusal(Problem.of("content-too-large", HttpStatus.PAYLOAD_TOO_LARGE, "Too large",
          "At most %d bytes can be sent with an %s.".formatted(LONGEST_BODY, HEADER)));
    }
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return IdempotentCall.of(request.getUserPrincipal().getName(), key,
        request.getMethod() + " " + request.getRequestURI() + query, body);
  }

  /** The first call's answer, for which it waits if need be; empty if this call is the one to work. */
  private Optional<IdempotentCall.Answer> earlier(IdempotentCall call) {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      if (table.begin(call)) {
        return Optional.empty();
      }
      Optional<IdempotentCall.Known> known = table.find(call);
      if (known.isPresent() && !known.get().isOf(call)) {
        throw new Refusal(Problem.of("idempotency-key-reused", HttpStatus.UNPROCESSABLE_ENTITY, "Key used before",
            "The %s '%s' named another call; a new call needs a new key.".formatted(HEADER, call.key())));
      }
      if (known.isPresent() && known.get().answer() != null) {
        return Optional.of(known.get().answer());
      }
      if (known.isPresent() && known.get().stale()) {
        if (known.get().worked()) {
          throw new Refusal(Problem.conflict("The first call was carried out, but its answer was lost; look for what it made.")
              .as("idempotency-answer-lost"));
        }
        if (table.takeOver(call)) {
          return Optional.empty();
        }
      }
      pause();
    }
    throw new Refusal(Problem.conflict("The first call with this key is still being worked on; repeat it later.")
        .as("idempotency-key-in-use"));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Refusal(Problem.conflict("The server stops; repeat the call.").as("idempotency-key-in-use"), interrupted);
    }
  }

  private void answer(IdempotentCall call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    work.begin(call);
    try {
      chain.doFilter(request, answer);
      work.end();
      if (answer.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
        table.answer(call, new IdempotentCall.Answer(answer.getStatus(), answer.getHeader(HttpHeaders.LOCATION),
            answer.getContentType(), answer.getContentAsByteArray()));
        kept = true;
      }
    } finally {
      work.end();
      if (!kept) {
        table.forget(call);
      }
    }
    answer.copyBodyToResponse();
  }

  private static void replay(IdempotentCall.Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader(REPLAYED, "true");
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }
}
