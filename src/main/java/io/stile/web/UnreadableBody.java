package io.stile.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says what is wrong with a body that is not the JSON that was expected, and where; in words of the API, never of our classes. */
final class UnreadableBody {

  private static final String NONE =
      "What was sent cannot be read: JSON with the members that the documentation names was expected.";

  private UnreadableBody() {}

  static Problem of(HttpMessageNotReadableException unreadable) {
    if (!(unreadable.getCause() instanceof JsonProcessingException wrong)) {
      return notUnderstood(NONE, List.of());
    }
    String field = wrong instanceof JsonMappingException mapping ? path(mapping) : "";
    if (wrong instanceof InvalidFormatException word && isEnum(word.getTargetType())) {
      return Problem.invalid(List.of(new FieldProblem(field, Words.expected(word.getTargetType(), word.getValue()))));
    }
    String message = message(wrong);
    if (field.isEmpty()) {
      return notUnderstood(NONE + " " + message, List.of());
    }
    return notUnderstood("\"%s\" cannot be read. %s".formatted(field, message), List.of(new FieldProblem(field, message)));
  }

  /** A problem of values that could not be read. */
  static Problem notUnderstood(String detail, List<FieldProblem> fields) {
    Problem problem = Problem.of("bad-request", HttpStatus.BAD_REQUEST, Problem.NOT_UNDERSTOOD, detail);
    return new Problem(problem.type(), problem.status(), problem.title(), problem.detail(), fields, Map.of());
  }

  private static String message(JsonProcessingException wrong) {
    if (wrong instanceof UnrecognizedPropertyException unknown) {
      return "There is no such member; expected are %s.".formatted(members(unknown));
    }
    if (wrong instanceof InvalidFormatException unread && unread.getValue() instanceof CharSequence text) {
      return "Expected %s, not '%s'.".formatted(kind(unread.getTargetType()), Problem.shortened(text.toString(), Words.LONGEST_QUOTE));
    }
    if (wrong instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "Expected %s%s.".formatted(kind(mismatch.getTargetType()), mismatch.getPath().isEmpty() ? ", and nothing behind it" : "");
    }
    Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
    if (cause instanceof InputCoercionException number) {
      return "Expected %s; this number is too large.".formatted(kind(number.getTargetType()));
    }
    if (cause instanceof StreamConstraintsException) {
      return "This is longer, or nested deeper, than can be read.";
    }
    return "It is no JSON%s; text is UTF-8, and each member stands once.".formatted(place(wrong.getLocation()));
  }

  private static String place(JsonLocation at) {
    return at == null || at.getLineNr() < 1 ? "" : " from line %d, column %d on".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String members(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static boolean isEnum(Class<?> type) {
    return type != null && type.isEnum();
  }

  /** What a value of a type looks like, in words. */
  static String kind(Class<?> type) {
    if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
      return "a whole number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "text";
    }
    if (type == Instant.class) {
      return "a time like 2026-11-24T16:00:00Z";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object in { }";
  }

  private static String path(JsonMappingException wrong) {
    return wrong.getPath().stream().map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
