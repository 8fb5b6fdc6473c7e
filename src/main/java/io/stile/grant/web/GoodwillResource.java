package io.stile.grant.web;

import io.stile.engine.UnitOfWork;
import io.stile.grant.Goodwill;
import io.stile.grant.Grant;
import io.stile.grant.Grants;
import io.stile.grant.Money;
import io.stile.grant.Proposal;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.FieldProblem;
import io.stile.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/** For programs: goodwill for the customer of a request, and what was granted for it. */
@RestController
@RequestMapping("/api/v1/requests/{number}/goodwill")
@PreAuthorize("hasRole('EMPLOYEE')")
class GoodwillResource {

  private final Goodwill goodwill;
  private final Grants grants;
  private final Requests requests;
  private final UnitOfWork unitOfWork;

  GoodwillResource(Goodwill goodwill, Grants grants, Requests requests, UnitOfWork unitOfWork) {
    this.goodwill = goodwill;
    this.grants = grants;
    this.requests = requests;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What is sent to give goodwill.
   *
   * @param amount above zero, in minor units of the currency
   * @param currency that of the contract, ISO 4217
   * @param reason why the customer gets it, in words
   */
  record NewGoodwill(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) Long amount,
                     @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String currency,
                     @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}

  /**
   * Money that the customer of a request got, or is to get.
   *
   * @param state {@code granted}; {@code open} while somebody has to approve it; {@code declined}; {@code dropped} if the
   *     request ended before
   * @param basis {@code goodwill}, {@code at-once} or {@code investigated}
   * @param amount in minor units of the currency
   * @param currency ISO 4217
   * @param reason why, in words; null where a model granted it
   * @param by sign-in name of whose word it is; of the proposer until somebody has approved it
   * @param approver sign-in name of whom it was put before; null if it was granted at once
   * @param words what the approver said; null if nothing
   * @param at when it was granted, declined or proposed
   */
  record Given(String state, String basis, long amount, String currency, String reason, String by, String approver,
               String words, Instant at) {

    static Given of(Grant grant) {
      return new Given("granted", grant.basis().word(), grant.amount().minorUnits(), grant.amount().currency(),
          grant.reason(), grant.grantedBy(), null, null, grant.at());
    }

    static Given of(Proposal proposal) {
      return new Given(proposal.state().word(), "goodwill", proposal.amount().minorUnits(),
          proposal.amount().currency(), proposal.reason(), proposal.proposedBy(), proposal.approver(), proposal.words(),
          Optional.ofNullable(proposal.decidedAt()).orElse(proposal.proposedAt()));
    }
  }

  /**
   * What was granted for a request, and what the asker may still grant.
   *
   * @param left what the asker may still grant at once for this request and this customer in this month, in minor units
   * @param currency that of {@code left}, ISO 4217
   * @param items what was granted, and what was proposed and not granted; oldest first
   */
  record Sheet(long left, String currency, List<Given> items) {}

  /**
   * Gives goodwill: at once what the authority of the asker allows; above that a lead is asked, and the state is
   * {@code open}.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Given give(@PathVariable String number, @RequestBody NewGoodwill asked, Authentication asker) {
    Request request = required(number);
    if (asked.amount() == null) {
      throw Refusal.invalid(List.of(new FieldProblem("amount", "Expected a whole number of minor units.")));
    }
    String key = request.number().value();
    return unitOfWork.of(() -> goodwill.give(key, asked.amount(), asked.currency(), asked.reason(), asker.getName())
        .map(Given::of).orElseGet(() -> grants.ofRequest(key).stream().reduce((first, last) -> last).map(Given::of)
            .orElseThrow()));
  }

  /**
   * What was granted for a request.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @GetMapping
  Sheet sheet(@PathVariable String number, Authentication asker) {
    Request request = required(number);
    String key = request.number().value();
    Money left = goodwill.left(request, asker.getName());
    return new Sheet(left.minorUnits(), left.currency(), Stream.concat(grants.ofRequest(key).stream().map(Given::of),
        goodwill.proposals(key).stream().filter(proposal -> proposal.state() != Proposal.State.GRANTED).map(Given::of))
        .toList());
  }

  private Request required(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> requests.byNumber(parsed.value()))
        .orElseThrow(() -> Refusal.notFound("request " + number));
  }
}
