package io.stile.consult.web;

import io.stile.consult.Answering;
import io.stile.consult.Attention;
import io.stile.consult.Consult;
import io.stile.consult.Consults;
import io.stile.consult.NewConsult;
import io.stile.engine.UnitOfWork;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.EntityTags;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.work.StepTarget.Target;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For programs: asks other departments and colleagues about a request, and answers. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasRole('EMPLOYEE')")
class ConsultsResource {

  private final Consults consults;
  private final Answering answering;
  private final Attention attention;
  private final ConsultLines lines;
  private final Requests requests;
  private final EntityTags tags;
  private final UnitOfWork unitOfWork;

  ConsultsResource(Consults consults, Answering answering, Attention attention, ConsultLines lines, Requests requests,
      EntityTags tags, UnitOfWork unitOfWork) {
    this.consults = consults;
    this.answering = answering;
    this.attention = attention;
    this.lines = lines;
    this.requests = requests;
    this.tags = tags;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What is sent to ask somebody; either {@code department} or {@code employee} is required.
   *
   * @param department key of the department that is asked; left out if it is one employee
   * @param employee sign-in name of who is asked; left out if it is a department
   * @param question what is to be found out; at most 5,000 characters
   * @param due when the answer is due: later than now, at most 14 days ahead, while who is asked works; left out: two of his open hours
   * @param task id of the open task of the request from which it is asked and with which it ends; left out if it is none
   * @param blocking whether the answer is needed to go on; true if it is left out
   */
  record NewQuestion(String department, String employee,
                     @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String question, Instant due, Long task,
                     Boolean blocking) {}

  /**
   * What is sent to answer a question.
   *
   * @param answer at most 5,000 characters
   */
  record NewAnswer(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String answer) {}

  /**
   * What is sent to add to a question.
   *
   * @param words at most 5,000 characters
   */
  record MoreWords(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String words) {}

  /**
   * What is sent to hand a question on; either {@code department} or {@code employee} is required.
   *
   * @param department key of the department that is asked from now on; left out if it is one employee
   * @param employee sign-in name of who is asked from now on; left out if it is a department
   * @param reason why it is better asked there; at most 1,000 characters
   */
  record HandOn(String department, String employee, @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}

  /**
   * What is sent to withdraw a question.
   *
   * @param reason why it is not needed any more; may be left out, at most 1,000 characters
   */
  record ConsultWithdrawal(String reason) {}

  /**
   * Asks a department or an employee about a request; owner and assignee stay.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @PostMapping("/requests/{number}/consults")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<ConsultLine> ask(@PathVariable String number, @RequestBody NewQuestion asked, Authentication asker) {
    String known = required(number);
    Target target = target(asked.department(), asked.employee());
    ConsultLine line = unitOfWork.of(() -> lines.of(consults.ask(new NewConsult(known, asked.task(), target, asked.question(),
        asked.due(), !Boolean.FALSE.equals(asked.blocking()), asker.getName()))));
    return ResponseEntity.created(URI.create("/api/v1/consults/" + line.id())).eTag(tags.of(line)).body(line);
  }

  /**
   * All questions about a request, oldest first.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @GetMapping("/requests/{number}/consults")
  Part<ConsultLine> list(@PathVariable String number) {
    String known = required(number);
    return Part.whole(unitOfWork.snapshot(() -> lines.ofRequest(known)));
  }

  /**
   * One question; its tag changes with everything in it.
   *
   * @param id of the question
   */
  @GetMapping("/consults/{id}")
  ResponseEntity<ConsultLine> show(@PathVariable long id) {
    ConsultLine line = unitOfWork.snapshot(() -> lines.required(id));
    return ResponseEntity.ok().eTag(tags.of(line)).body(line);
  }

  /**
   * Answers a question, for who is asked; its task is claimed first if nobody has it.
   *
   * @param id of the question
   * @param ifMatch tag of the question as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/consults/{id}/answer")
  ResponseEntity<ConsultLine> answer(@PathVariable long id,
      @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch, @RequestBody NewAnswer sent, Authentication asker) {
    return change(id, ifMatch, by -> answering.answer(id, sent.answer(), by), asker);
  }

  /**
   * Adds words to an open question, for its asker and the owner of the request.
   *
   * @param id of the question
   * @param ifMatch tag of the question as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/consults/{id}/words")
  ResponseEntity<ConsultLine> add(@PathVariable long id,
      @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch, @RequestBody MoreWords sent, Authentication asker) {
    return change(id, ifMatch, by -> consults.add(id, sent.words(), by), asker);
  }

  /**
   * Hands an open question on to somebody who knows the answer, for who is asked and his lead; it stays due when it was.
   *
   * @param id of the question
   * @param ifMatch tag of the question as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/consults/{id}/hand-on")
  ResponseEntity<ConsultLine> handOn(@PathVariable long id,
      @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch, @RequestBody HandOn sent, Authentication asker) {
    Target target = target(sent.department(), sent.employee());
    return change(id, ifMatch, by -> consults.handOn(id, target, sent.reason(), by), asker);
  }

  /**
   * Withdraws an open question, for its asker, the owner of the request and his lead.
   *
   * @param id of the question
   * @param ifMatch tag of the question as it was read: if it has changed since, nothing is done
   */
  @PostMapping("/consults/{id}/withdraw")
  ResponseEntity<ConsultLine> withdraw(@PathVariable long id,
      @RequestHeader(name = EntityTags.IF_MATCH, required = false) String ifMatch, @RequestBody ConsultWithdrawal sent, Authentication asker) {
    return change(id, ifMatch, by -> consults.withdraw(id, sent.reason(), by), asker);
  }

  /**
   * Takes note of all answers that have arrived, for the owner of the request and his lead: it does not need attention any more.
   *
   * @param number of the request, for example {@code SR-1000426}
   */
  @PostMapping("/requests/{number}/attention/clear")
  Part<ConsultLine> clear(@PathVariable String number, Authentication asker) {
    String known = required(number);
    return Part.whole(unitOfWork.of(() -> {
      attention.clear(known, null, asker.getName());
      return lines.ofRequest(known);
    }));
  }

  private ResponseEntity<ConsultLine> change(long id, String ifMatch, Function<String, Consult> work, Authentication asker) {
    return unitOfWork.of(() -> {
      if (ifMatch != null) {
        requests.lock(lines.required(id).request());
        tags.require(ifMatch, lines.required(id));
      }
      ConsultLine line = lines.of(work.apply(asker.getName()));
      return ResponseEntity.ok().eTag(tags.of(line)).body(line);
    });
  }

  private static Target target(String department, String employee) {
    if ((department == null) == (employee == null)) {
      throw Refusal.invalid("department", "Expected either 'department' or 'employee'; this has %s."
          .formatted(department == null ? "neither" : "both"));
    }
    return new Target(department, employee);
  }

  private String required(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> requests.byNumber(parsed.value())).map(Request::number)
        .map(RequestNumber::value).orElseThrow(() -> Refusal.notFound("request " + number));
  }
}
