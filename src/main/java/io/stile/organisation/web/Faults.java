package io.stile.organisation.web;

import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Tie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What is wrong with what somebody sent.
 *
 * @param fields by the name of the field, in a sentence
 * @param general what is about no field; null for nothing
 * @param ties what stands in the way; empty if that is not the reason
 * @param changedMeanwhile whether somebody else was faster: then the page shows what is kept now
 */
record Faults(Map<String, String> fields, String general, List<Tie> ties, boolean changedMeanwhile) {

  static final Faults NONE = new Faults(Map.of(), null, List.of(), false);

  /** @param response gets the status that fits */
  static Faults of(OrganisationRefused refused, HttpServletResponse response) {
    return switch (refused.kind()) {
      case INVALID -> with(HttpStatus.UNPROCESSABLE_ENTITY, response,
          new Faults(Map.of(refused.field(), refused.getMessage()), null, List.of(), false));
      case TIED -> with(HttpStatus.CONFLICT, response, new Faults(Map.of(), before(refused.getMessage()), refused.ties(), false));
      case CHANGED_MEANWHILE -> with(HttpStatus.CONFLICT, response, new Faults(Map.of(), refused.getMessage(), List.of(), true));
      case UNKNOWN, FORBIDDEN -> throw refused;
    };
  }

  /** What is wrong with a field; null if nothing is. */
  public String of(String field) {
    return fields.get(field);
  }

  private static Faults with(HttpStatus status, HttpServletResponse response, Faults faults) {
    response.setStatus(status.value());
    return faults;
  }

  /** The list itself is shown with its links. */
  private static String before(String message) {
    return message.substring(0, message.indexOf(':'));
  }
}
