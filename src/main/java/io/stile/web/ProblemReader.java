package io.stile.web;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Finds out what an exception means to a reader: the modules say first, then what Spring's own exceptions mean, and the rest is our fault. */
@Component
final class ProblemReader {

  /** What PostgreSQL says of text that it cannot keep: U+0000, in text and in JSON. */
  private static final Set<String> UNKEEPABLE = Set.of("22021", "22P05");

  private final List<Refusals> modules;

  ProblemReader(List<Refusals> modules) {
    this.modules = modules;
  }

  Problem read(Throwable exception) {
    if (Outage.isCauseOf(exception)) {
      return Outage.PROBLEM;
    }
    return causes(exception).flatMap(cause -> ofOurs(cause).stream()).findFirst()
        .or(() -> ofSpring(exception))
        .or(() -> causes(exception).flatMap(cause -> ofDatabase(cause).stream()).findFirst())
        .orElseGet(() -> of(HttpStatus.INTERNAL_SERVER_ERROR));
  }

  private static Stream<Throwable> causes(Throwable exception) {
    return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).limit(10);
  }

  private static Optional<Problem> ofDatabase(Throwable exception) {
    return exception instanceof SQLException refused && UNKEEPABLE.contains(String.valueOf(refused.getSQLState()))
        ? Optional.of(Problem.of("invalid", HttpStatus.UNPROCESSABLE_ENTITY, "Not acceptable as it is",
            "A text holds the character U+0000, which no text can have.")) : Optional.empty();
  }

  /** What a bare status means, where nothing else is known. */
  Problem of(HttpStatusCode code) {
    HttpStatus status = Optional.ofNullable(HttpStatus.resolve(code.value())).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
    return switch (status) {
      case BAD_REQUEST -> badRequest("This cannot be read. In an address, letters beyond a to z and signs like { are written "
          + "with percent signs, two hexadecimal digits follow each of those, and there is no backslash, no semicolon, no encoded slash and no empty piece.");
      case PAYLOAD_TOO_LARGE -> Problem.tooLarge(CallCheck.LONGEST_BODY);
      case NOT_FOUND -> Problem.of("not-found", status, "Not found", "There is nothing at this address.");
      case FORBIDDEN -> Problem.denied("Your roles do not include this.");
      case UNAUTHORIZED -> Problem.of("unauthorized", status, "Sign in first", "The sign-in name or password is missing or wrong.");
      case INTERNAL_SERVER_ERROR -> Problem.of("internal", status, "Our mistake",
          "Something failed on our side. Whatever was asked for has not been done, or not all of it.");
      default -> Problem.of(slug(status), status, status.getReasonPhrase(), "The server answered: %s.".formatted(status.getReasonPhrase()));
    };
  }

  private Optional<Problem> ofOurs(Throwable exception) {
    if (exception instanceof Refusal refusal) {
      return Optional.of(refusal.problem());
    }
    return modules.stream().flatMap(module -> module.asProblem(exception).stream()).findFirst();
  }

  private Optional<Problem> ofSpring(Throwable exception) {
    if (exception instanceof AccessDeniedException) {
      return Optional.of(of(HttpStatus.FORBIDDEN));
    }
    if (exception instanceof SignInBlocked blocked) {
      return Optional.of(Problem.of("too-many-sign-ins", HttpStatus.TOO_MANY_REQUESTS, "Too many attempts to sign in",
          "Too many attempts have failed. Try again in %s.".formatted(SignInBlocked.words(blocked.seconds()))));
    }
    if (exception instanceof CredentialsExpiredException temporary) {
      return Optional.of(Problem.of("password-is-temporary", HttpStatus.UNAUTHORIZED, "Choose a password first", temporary.getMessage()));
    }
    if (exception instanceof AuthenticationException) {
      return Optional.of(of(HttpStatus.UNAUTHORIZED));
    }
    if (exception instanceof BindException invalid) {
      return Optional.of(Problem.invalid(invalid.getFieldErrors().stream().map(ProblemReader::field).toList()));
    }
    if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
      return Optional.of(ofParameter(mismatch));
    }
    if (exception instanceof MissingServletRequestParameterException missing) {
      return Optional.of(UnreadableBody.notUnderstood("The parameter \"%s\" is missing.".formatted(missing.getParameterName()),
          List.of(new FieldProblem(missing.getParameterName(), "Expected a value; none was sent."))));
    }
    if (exception instanceof HttpMessageNotReadableException unreadable) {
      return Optional.of(UnreadableBody.of(unreadable));
    }
    if (causes(exception).anyMatch(BadRequestException.class::isInstance)) {
      return Optional.of(badRequest("What was sent is not put together as HTTP asks for: its length, or that of a piece of it, is wrong."));
    }
    if (exception instanceof TypeMismatchException) {
      return Optional.of(badRequest("What was sent cannot be read."));
    }
    if (exception instanceof MaxUploadSizeExceededException) {
      return Optional.of(Problem.of("content-too-large", HttpStatus.PAYLOAD_TOO_LARGE, "Too large",
          "This file is larger than what is read here, so nothing of it was read and nothing was changed. Go back and choose a smaller one."));
    }
    if (exception instanceof MultipartException && !(exception instanceof ErrorResponse)) {
      return Optional.of(badRequest("The parts of the form cannot be read."));
    }
    return exception instanceof ErrorResponse response ? Optional.of(ofResponse(response)) : Optional.empty();
  }

  private static Problem ofParameter(MethodArgumentTypeMismatchException mismatch) {
    Object value = mismatch.getValue() instanceof Object[] several ? Arrays.toString(several) : mismatch.getValue();
    String sent = Problem.shortened(String.valueOf(value), Words.LONGEST_QUOTE);
    Class<?> type = mismatch.getRequiredType();
    return UnreadableBody.notUnderstood("\"%s\" is not a value for \"%s\".".formatted(sent, mismatch.getName()), List.of(new FieldProblem(mismatch.getName(),
        "Expected %s, not '%s'.".formatted(type == null ? "another value" : UnreadableBody.kind(type), sent))));
  }

  private Problem ofResponse(ErrorResponse response) {
    Problem bare = of(response.getStatusCode());
    String detail = response.getBody().getDetail();
    boolean told = detail == null || bare.status() == HttpStatus.NOT_FOUND || bare.status().is5xxServerError();
    return told ? bare : new Problem(bare.type(), bare.status(), bare.title(), detail, List.of(), bare.more());
  }

  private static Problem badRequest(String detail) {
    return Problem.of("bad-request", HttpStatus.BAD_REQUEST, Problem.NOT_UNDERSTOOD, detail);
  }

  private static FieldProblem field(FieldError error) {
    String message = error.isBindingFailure() ? "\"%s\" is not a value for this field".formatted(error.getRejectedValue())
        : String.valueOf(error.getDefaultMessage());
    return new FieldProblem(error.getField(), message);
  }

  private static String slug(HttpStatus status) {
    return status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }
}
