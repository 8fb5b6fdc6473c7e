package io.stile.desk.web;

import io.stile.engine.UnitOfWork;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.LinkKind;
import io.stile.request.Links;
import io.stile.request.Merging;
import io.stile.request.Merging.Merge;
import io.stile.request.Reopenings;
import io.stile.request.Request;
import io.stile.request.RequestLink;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.web.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening requests again, linking and merging them, for programs. */
@RestController
@RequestMapping("/api/v1/requests/{number}")
@PreAuthorize("hasRole('EMPLOYEE')")
class TogetherResource {

  private final Requests requests;
  private final Reopenings reopenings;
  private final Links links;
  private final Merging merging;
  private final Promises promises;
  private final UnitOfWork unitOfWork;

  TogetherResource(Requests requests, Reopenings reopenings, Links links, Merging merging, Promises promises,
      UnitOfWork unitOfWork) {
    this.requests = requests;
    this.reopenings = reopenings;
    this.links = links;
    this.merging = merging;
    this.promises = promises;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What is sent to open a closed request again.
   *
   * @param reason what the customer says
   * @param interaction id of the interaction about this request in which he said it, which then counts as a repeat contact;
   *     left out if none was logged
   */
  record NewReopening(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason, Long interaction) {}

  /**
   * What is sent to link a request with another one.
   *
   * @param request number of the other one
   * @param kind {@code related}, {@code same-matter} or {@code follow-up}: the one that was opened later is the follow-up
   */
  record NewLink(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String request,
                 @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String kind) {}

  /**
   * What is sent to merge a request into another one.
   *
   * @param into number of the request as which it goes on
   * @param reason why; may be left out
   * @param confirmed whether it is meant although they are of different customers, which only a lead may say
   */
  record NewMerge(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String into, String reason, Boolean confirmed) {}

  /**
   * Two requests that belong together.
   *
   * @param earlier number of the one that was opened first
   * @param later number of the other one
   * @param kind {@code related}, {@code same-matter} or {@code follow-up}
   * @param at since when they are linked
   * @param employee sign-in name of who linked them
   */
  record Link(String earlier, String later, String kind, Instant at, String employee) {
    static Link of(RequestLink link) {
      return new Link(link.earlier(), link.later(), link.kind().word(), link.at(), link.by());
    }
  }

  /**
   * A request that goes on.
   *
   * @param number its number
   * @param state {@code open}
   * @param owner sign-in name of the employee who is accountable
   * @param promise until when the customer is promised that it is done
   */
  record GoesOn(String number, String state, String owner, Instant promise) {}

  /**
   * Opens a request again that was closed less than seven days ago. Its owner owns it again, or his lead if he has left.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @PostMapping("/reopen")
  GoesOn reopen(@PathVariable String number, @RequestBody NewReopening asked, Authentication asker) {
    String known = required(number);
    return goesOn(unitOfWork.of(() -> reopenings.reopen(known, asker.getName(), asked.reason(), asked.interaction())));
  }

  /**
   * Links a request with another one; linked before, they are linked in the new way.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @PostMapping("/link")
  @ResponseStatus(HttpStatus.CREATED)
  Link link(@PathVariable String number, @RequestBody NewLink asked, Authentication asker) {
    String known = required(number);
    String other = other("request", asked.request());
    LinkKind kind = Words.parse("kind", LinkKind.class, asked.kind() == null ? "nothing" : asked.kind());
    return Link.of(unitOfWork.of(() -> links.link(known, other, kind, asker.getName())));
  }

  /**
   * What a request is linked with, oldest first.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @GetMapping("/links")
  Part<Link> links(@PathVariable String number) {
    return Part.whole(links.of(required(number)).stream().map(Link::of).toList());
  }

  /**
   * Merges a request into another one: it is closed, and goes on as the other, with every interaction about it and every other
   * promise to the customer that is open. For its owner,
   * its opener, or a lead.
   *
   * @param number of the request that ends, for example {@code SR-1000426}
   */
  @PostMapping("/merge")
  GoesOn merge(@PathVariable String number, @RequestBody NewMerge asked, Authentication asker) {
    Merge merge = new Merge(required(number), other("into", asked.into()), asked.reason(), Boolean.TRUE.equals(asked.confirmed()));
    return goesOn(unitOfWork.of(() -> merging.merge(merge, asker.getName())));
  }

  private GoesOn goesOn(Request request) {
    String number = request.number().value();
    return new GoesOn(number, request.state().word(), request.owner(),
        promises.promiseOf(number).map(Promise::dueAt).orElse(null));
  }

  private String required(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> requests.byNumber(parsed.value()))
        .map(request -> request.number().value()).orElseThrow(() -> Refusal.notFound("request " + number));
  }

  private static String other(String field, String typed) {
    return RequestNumber.parse(typed).map(RequestNumber::value).orElseThrow(() -> Refusal.invalid(field,
        typed == null ? "Expected the number of a request." : "'%.40s' is no request number; expected one like SR-1000426."
            .formatted(typed)));
  }
}
