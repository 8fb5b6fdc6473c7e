package io.stile.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/**
 * Why a page or resource refuses, told to a person (an error page or banner) or to a program (RFC 9457).
 *
 * @param type stable name, which programs may rely on: {@code urn:stile:problem:not-found}
 * @param title the same for each problem of this type
 * @param detail what happened here, in a sentence
 * @param fields what is wrong with which value; empty if it is not about values
 * @param more further members for programs; empty for none
 */
public record Problem(String type, HttpStatus status, String title, String detail, List<FieldProblem> fields, Map<String, Object> more) {

  /** The title of what could not be read. */
  static final String NOT_UNDERSTOOD = "Not understood";
  private static final String TYPES = "urn:stile:problem:";
  private static final int LONGEST = 1_000;

  /** What somebody sent can be quoted in the detail: of that, no answer repeats more than it takes to recognise it. */
  public Problem {
    detail = shortened(detail, LONGEST);
    fields = List.copyOf(fields);
    more = Map.copyOf(more);
  }

  /** @param type the last word of the type, in kebab-case: {@code task-claimed-by-another} */
  public static Problem of(String type, HttpStatus status, String title, String detail) {
    return new Problem(TYPES + type, status, title, detail, List.of(), Map.of());
  }

  /** @param what names it, as somebody looked for it: {@code request SR-1000426} */
  public static Problem notFound(String what) {
    return of("not-found", HttpStatus.NOT_FOUND, "Not found", "There is no %s.".formatted(what));
  }

  /** @param happened what somebody else did meanwhile, in a sentence */
  public static Problem conflict(String happened) {
    return of("conflict", HttpStatus.CONFLICT, "Not as things stand now", happened);
  }

  /** @param reason why this person may not do it, in a sentence */
  public static Problem denied(String reason) {
    return of("denied", HttpStatus.FORBIDDEN, "Not allowed", reason);
  }

  /** Values that cannot be accepted; the request as such was understood. */
  public static Problem invalid(List<FieldProblem> fields) {
    String detail = fields.size() == 1 ? "One value cannot be accepted." : "%d values cannot be accepted.".formatted(fields.size());
    return new Problem(TYPES + "invalid", HttpStatus.UNPROCESSABLE_ENTITY, "Not acceptable as it is", detail, fields, Map.of());
  }

  /** More was sent than is taken at once. */
  static Problem tooLarge(int mostBytes) {
    return of("content-too-large", HttpStatus.PAYLOAD_TOO_LARGE, "Too large", "At most %d bytes can be sent at once.".formatted(mostBytes));
  }

  static String shortened(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest) + "…";
  }

  /** The same problem under a more precise type, for programs that must tell it apart. */
  public Problem as(String preciseType) {
    return new Problem(TYPES + preciseType, status, title, detail, fields, more);
  }

  /** The same problem with one more member for programs. */
  public Problem with(String name, Object value) {
    Map<String, Object> members = new TreeMap<>(more);
    members.put(name, value);
    return new Problem(type, status, title, detail, fields, members);
  }
}
