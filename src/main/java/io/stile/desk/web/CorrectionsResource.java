package io.stile.desk.web;

import io.stile.engine.UnitOfWork;
import io.stile.request.Answers;
import io.stile.request.Answers.Answer;
import io.stile.request.Correction;
import io.stile.request.OpeningCorrection;
import io.stile.request.OpeningCorrection.Move;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.work.Corrections;
import io.stile.work.Corrections.Slip;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was answered on the forms of a request, and correcting what is wrong, for programs. */
@RestController
@RequestMapping("/api/v1/requests/{number}")
@PreAuthorize("hasRole('EMPLOYEE')")
class CorrectionsResource {

  private final Requests requests;
  private final Answers answers;
  private final Corrections corrections;
  private final OpeningCorrection opening;
  private final UnitOfWork unitOfWork;

  CorrectionsResource(Requests requests, Answers answers, Corrections corrections, OpeningCorrection opening,
      UnitOfWork unitOfWork) {
    this.requests = requests;
    this.answers = answers;
    this.corrections = corrections;
    this.opening = opening;
    this.unitOfWork = unitOfWork;
  }

  /**
   * The answers to one form of a request.
   *
   * @param id names them
   * @param task id of the task whose form it was; null for the form that opened the request
   * @param step label of the step, or of the request type
   * @param form id of the form
   * @param at when they were given
   * @param employee sign-in name of who gave them
   * @param version counts the corrections
   * @param data the answers, by the key of the field
   */
  record Answered(long id, Long task, String step, String form, Instant at, String employee, int version,
                  Map<String, Object> data) {}

  /**
   * What is wrong, and how it is right: either the answers to a form ({@code answer}, {@code version}, {@code data}), or the
   * customer ({@code customer}, {@code from}, {@code contract}).
   *
   * @param answer id of the answers that are corrected
   * @param version their version that was seen: if they were corrected since, nothing is changed
   * @param data the right answers, every one of them, by the key of the field
   * @param customer id of the right customer
   * @param from id of the customer who was seen: if it is another one by now, nothing is changed
   * @param contract number of the right customer's contract; may be left out if he has only one
   * @param reason why it is corrected
   */
  record Wrong(Long answer, Integer version, Map<String, Object> data, Long customer, Long from, String contract, String reason) {}

  /**
   * What a correction came to.
   *
   * @param request number of the request
   * @param customer id of its customer now
   * @param decided what was decided before on the old values, in the words of the model; it stays as it is
   * @param left what did not follow, in a sentence; null if everything did
   */
  record Corrected(String request, long customer, List<String> decided, String left) {}

  /**
   * The answers to the forms of a request, oldest first, as they are now.
   *
   * @param number its number, for example {@code SR-1000426}
   */
  @GetMapping("/answers")
  Part<Answered> answers(@PathVariable String number) {
    return Part.whole(answers.of(required(number)).stream().map(CorrectionsResource::answered).toList());
  }

  /**
   * Corrects a slip in the answers to a form, or the customer of a request.
   *
   * @param number its number, for example {@code SR-1000426}
   */
  @PostMapping("/corrections")
  Corrected correct(@PathVariable String number, @RequestBody Wrong wrong, Authentication asker) {
    String known = required(number);
    if ((wrong.answer() == null) == (wrong.customer() == null)) {
      throw Refusal.invalid("answer", "Expected either the id of answers or the id of a customer, as 'customer'.");
    }
    Correction done = wrong.answer() != null ? slip(known, wrong, asker) : move(known, wrong, asker);
    return new Corrected(known, done.request().customer(), done.decided(), done.left());
  }

  private Correction slip(String number, Wrong wrong, Authentication asker) {
    if (wrong.version() == null) {
      throw Refusal.invalid("version", "Expected the version of the answers that was seen.");
    }
    return unitOfWork.of(() -> corrections.correct(number, new Slip(wrong.answer(), wrong.version(),
        wrong.data() == null ? Map.of() : wrong.data(), wrong.reason()), asker.getName()));
  }

  private Correction move(String number, Wrong wrong, Authentication asker) {
    if (wrong.from() == null) {
      throw Refusal.invalid("from", "Expected the id of the customer who was seen.");
    }
    return unitOfWork.of(() -> opening.move(number,
        new Move(wrong.from(), wrong.customer(), wrong.contract(), wrong.reason()), asker.getName()));
  }

  private String required(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> requests.byNumber(parsed.value()))
        .map(request -> request.number().value()).orElseThrow(() -> Refusal.notFound("request " + number));
  }

  private static Answered answered(Answer answer) {
    return new Answered(answer.id(), answer.task(), answer.step(), answer.form(), answer.at(), answer.by(), answer.version(),
        answer.fields());
  }
}
