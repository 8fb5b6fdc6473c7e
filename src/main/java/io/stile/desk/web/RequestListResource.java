package io.stile.desk.web;

import io.stile.catalogue.RequestTypes;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.request.RequestFilter;
import io.stile.request.RequestLists;
import io.stile.request.RequestPage;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.web.Words;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds requests for programs. */
@RestController
@PreAuthorize("hasRole('EMPLOYEE')")
class RequestListResource {

  private static final String ME = "me";

  private final RequestLists lists;
  private final RequestLines lines;
  private final Organisation organisation;
  private final RequestTypes types;

  RequestListResource(RequestLists lists, RequestLines lines, Organisation organisation, RequestTypes types) {
    this.lists = lists;
    this.lines = lines;
    this.organisation = organisation;
    this.types = types;
  }

  /**
   * Requests, the newest first.
   *
   * @param state {@code open}, {@code closed} or {@code withdrawn}
   * @param owner sign-in name of the owner, or {@code me}
   * @param customer id of the customer
   * @param type key of the request type
   * @param q a request number, a contract number, or three characters and more of the customer's name, of his words or of a
   *     reference that is kept with a task
   * @param cursor the {@code next} of the part before
   * @param limit how many at most, from 1; up to 200 come at once
   */
  @GetMapping("/api/v1/requests")
  Part<RequestLine> list(@RequestParam(required = false) String state, @RequestParam(required = false) String owner,
      @RequestParam(required = false) Long customer, @RequestParam(required = false) String type,
      @RequestParam(required = false) String q, @RequestParam(required = false) String cursor,
      @RequestParam(defaultValue = "50") int limit, Authentication asker) {
    RequestFilter filter = new RequestFilter(Words.parse("state", Request.State.class, state),
        ME.equals(owner) ? asker.getName() : employee(owner), customer, requestType(type), q);
    RequestPage page = lists.page(filter, cursor, Part.most(limit, 200));
    return new Part<>(lines.of(page.items()), page.next());
  }

  /** A misspelt name would look like an owner without requests. */
  private String employee(String signIn) {
    if (signIn != null && organisation.employee(signIn).isEmpty()) {
      throw Refusal.invalid("owner", "Nobody has the sign-in name '%s'; expected that of an employee, or 'me'.".formatted(signIn));
    }
    return signIn;
  }

  private String requestType(String key) {
    if (key != null && types.byKey(key).isEmpty()) {
      throw Refusal.invalid("type", "There is no request type '%s'; expected the key of one.".formatted(key));
    }
    return key;
  }
}
