package io.stile.promise;

import io.stile.customer.PhoneNumbers;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import io.stile.work.TargetTasks;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives promises to customers, and settles, moves and takes them over. Everything holds the request first, so that of two who
 * settle a promise at the same instant one is refused, and of two who settle the last two the second closes the request.
 */
@Service
public class Keeping {

  private final PromiseTable table;
  private final PromiseWatch watch;
  private final Settling settling;
  private final Keepers keepers;
  private final PromiseTelling telling;
  private final Requests requests;
  private final PhoneNumbers phones;
  private final TargetTasks tasks;
  private final Journal journal;
  private final Clock clock;

  Keeping(PromiseTable table, PromiseWatch watch, Settling settling, Keepers keepers, PromiseTelling telling,
      Requests requests, PhoneNumbers phones, TargetTasks tasks, Journal journal, Clock clock) {
    this.table = table;
    this.watch = watch;
    this.settling = settling;
    this.keepers = keepers;
    this.telling = telling;
    this.requests = requests;
    this.phones = phones;
    this.tasks = tasks;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Gives a promise; its promiser has the task to keep it from now on.
   *
   * @throws PromiseRefused if a value cannot be accepted, or the request has ended
   */
  @Transactional
  public Promise give(NewPromise typed) {
    Request request = requests.lock(typed.request());
    if (!request.isOpen()) {
      throw new PromiseRefused(Kind.CONFLICT,
          "%s is already %s; open another request for what is promised".formatted(request.number(), request.state().word()));
    }
    Instant now = clock.instant();
    NewPromise promise = checked(typed, now);
    long id = table.insert(promise, false, phone(typed.phone()), now);
    watch.setClock(id, promise.request(), now, promise.until(), null);
    journal.add(promise.request(), JournalKind.PROMISE_GIVEN, promise.promiser(), given(promise, phone(typed.phone())));
    watch.begin(id, promise.request(), false);
    Promise given = required(id);
    telling.look(given);
    return given;
  }

  private NewPromise checked(NewPromise typed, Instant now) {
    String what = PromiseWords.required("what", typed.what(), PromiseWords.LONGEST_WHAT, "Say what is promised.");
    Instant from = millis(typed.from());
    Instant until = millis(typed.until());
    PromiseWords.check("from", from, "until", until, now);
    keepers.requireActive("promiser", typed.promiser());
    return new NewPromise(typed.request(), what, from, until, typed.phone(), typed.promiser());
  }

  private String phone(String typed) {
    return typed == null || typed.isBlank() ? null : phones.e164(typed).orElseThrow(() -> PromiseRefused.invalid("phone",
        "'%.60s' is no phone number; expected one like +49 30 12345.".formatted(typed)));
  }

  private static Map<String, String> given(NewPromise promise, String phone) {
    Map<String, String> details = new HashMap<>(Map.of("what", promise.what(), "due", promise.until().toString()));
    details.put("start", Objects.toString(promise.from(), null));
    details.put("phone", phone);
    return details;
  }

  private static Instant millis(Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * What was promised is done; if late, it counts as kept late.
   *
   * @param words what was said or done
   * @throws PromiseRefused if it is not open, it is a request's own, or the one who asks may not
   */
  @Transactional
  public Promise kept(long id, String words, String by) {
    Promise promise = open(id);
    require(keepers.mayKeep(promise, by), promise, "whoever is to keep it, his department and the owner of the request");
    return settle(promise, Settlement.kept(PromiseWords.required("words", words, PromiseWords.LONGEST_WORDS,
        "Say what was said or done."), by));
  }

  /**
   * Nobody was reached in {@value Promise#ENOUGH_ATTEMPTS} attempts, and the customer is written to: it counts as kept, and
   * apart.
   *
   * @throws PromiseRefused as for {@link #kept}, and if there were fewer attempts
   */
  @Transactional
  public Promise unreached(long id, String by) {
    Promise promise = open(id);
    require(keepers.mayKeep(promise, by), promise, "whoever is to keep it, his department and the owner of the request");
    return settle(promise, unreached(promise, "unreached", by));
  }

  /** @param field what said that nobody was reached, where it was sent */
  private static Settlement unreached(Promise promise, String field, String by) {
    if (!promise.isTriedEnough()) {
      throw PromiseRefused.invalid(field, "Expected %d attempts before it is given up; there %s %d."
          .formatted(Promise.ENOUGH_ATTEMPTS, promise.attempts() == 1 ? "is" : "are", promise.attempts()));
    }
    return Settlement.unreached(by);
  }

  /**
   * It cannot be kept; owner, lead and customer are told.
   *
   * @param reason why, in words that the customer can read
   * @throws PromiseRefused as for {@link #kept}
   */
  @Transactional
  public Promise broken(long id, String reason, String by) {
    return decided(id, by, Settlement.broken(reason("reason", reason, "Say why it cannot be kept."), by));
  }

  /**
   * The customer does not need it any more.
   *
   * @param reason why not
   * @throws PromiseRefused as for {@link #kept}
   */
  @Transactional
  public Promise dropped(long id, String reason, String by) {
    return decided(id, by, Settlement.dropped(reason("reason", reason, "Say why nobody needs it any more."), by));
  }

  private Promise decided(long id, String by, Settlement settlement) {
    Promise promise = open(id);
    require(keepers.mayDecide(promise, by), promise, "whoever is to keep it, his lead or deputy and the owner of the request");
    return settle(promise, settlement);
  }

  private Promise settle(Promise promise, Settlement settlement) {
    watch.end(promise);
    settling.settle(promise, settlement);
    return required(promise.id());
  }

  /**
   * Moves a promise to what was agreed with the customer, who is told. Also for a request's own promise.
   *
   * @param from  not before, or null; must be null for a request's own
   * @param until the new instant; must lie in the future
   * @throws PromiseRefused if it is not open, a value cannot be accepted, or the one who asks may not
   */
  @Transactional
  public Promise renew(long id, Instant from, Instant until, String reason, String by) {
    Promise promise = held(id);
    require(keepers.mayDecide(promise, by), promise, "whoever is to keep it, his lead or deputy and the owner of the request");
    if (promise.ofRequest() && from != null) {
      throw PromiseRefused.invalid("from", "The promise of a whole request has no begin; expected nothing, not %s.".formatted(from));
    }
    PromiseWords.check("from", millis(from), "until", millis(until), clock.instant());
    String why = reason("reason", reason, "Say why it moves.");
    watch.end(promise);
    settling.move(promise, millis(from), millis(until), why, by);
    watch.begin(id, promise.request(), promise.ofRequest());
    Promise moved = required(id);
    telling.look(moved);
    return moved;
  }

  private static String reason(String field, String reason, String ask) {
    return PromiseWords.required(field, reason, PromiseWords.LONGEST_WORDS, ask);
  }

  /**
   * Logs that somebody tried to reach the customer, and did not.
   *
   * @param phone the number that was tried, in any way of writing; null or blank for the one of the promise
   * @param note  what happened; null or blank for "no answer"
   * @throws PromiseRefused as for {@link #kept}
   */
  @Transactional
  public Promise tried(long id, String phone, String note, String by) {
    Promise promise = open(id);
    require(keepers.mayKeep(promise, by), promise, "whoever is to keep it, his department and the owner of the request");
    String number = phone == null || phone.isBlank() ? promise.phone() : phone(phone);
    String happened = note == null || note.isBlank() ? "no answer"
        : PromiseWords.required("note", note, PromiseWords.LONGEST_WHAT, "Say what happened.");
    table.addAttempt(id, clock.instant(), by, number, happened);
    Map<String, String> details = new HashMap<>(Map.of("note", happened, "what", promise.what()));
    details.put("phone", number);
    journal.add(promise.request(), JournalKind.PROMISE_TRIED, by, details);
    return required(id);
  }

  /**
   * Has somebody else keep it; the task goes to him.
   *
   * @param to sign-in name of who is to keep it
   * @param by sign-in name of who decides it: lead or deputy of the keeper, or the owner of the request
   */
  @Transactional
  public Promise takeOver(long id, String to, String by) {
    Promise promise = open(id);
    require(keepers.mayTakeOver(promise, by), promise, "the lead or deputy of whoever is to keep it, and the owner of the request");
    handTo(promise, to, by);
    watch.takenOver(promise);
    return required(id);
  }

  void handTo(Promise promise, String to, String by) {
    keepers.requireActive("to", to);
    if (to.equals(promise.keeper())) {
      throw new PromiseRefused(Kind.CONFLICT, keepers.nameOf(to) + " is to keep it already");
    }
    table.setKeeper(promise.id(), to);
    journal.add(promise.request(), JournalKind.PROMISE_TAKEN_OVER, by,
        Map.of("what", promise.what(), "to", to, "from", promise.keeper()));
    tasks.follow(PromiseSteps.PROCESS, String.valueOf(promise.id()), by);
  }

  /** What a step of the process says became of a promise; its process ends by itself. */
  void settleFromStep(long id, String result, StepAnswers answers) {
    Promise promise = open(id);
    String by = promise.keeper();
    switch (result) {
      case "kept" -> settling.settle(promise, Settlement.kept(answers.words(), by));
      case "unreached" -> settling.settle(promise, unreached(promise, "result", by));
      case "broken" -> settling.settle(promise, Settlement.broken(answers.why(), by));
      case "renewed" -> {
        PromiseWords.check("newFrom", answers.from(), "newUntil", answers.until(), clock.instant());
        settling.move(promise, answers.from(), answers.until(), answers.why(), by);
        watch.begin(id, promise.request(), false);
        telling.look(required(id));
      }
      default -> throw PromiseRefused.invalid("result", "'%.60s' is none; expected kept, renewed, unreached or broken.".formatted(result));
    }
  }

  /** What was answered on the step that keeps a promise; what its result does not ask for is null. */
  record StepAnswers(String words, Instant from, Instant until, String why) {}

  /** An open promise that is no request's own, with its request held. */
  Promise open(long id) {
    Promise promise = held(id);
    if (promise.ofRequest()) {
      throw new PromiseRefused(Kind.CONFLICT, "This is the promise of the whole request %s; it is settled when its work ends"
          .formatted(promise.request()));
    }
    return promise;
  }

  private Promise held(long id) {
    requests.lock(required(id).request());
    Promise promise = table.lock(id).orElseThrow();
    if (!promise.isOpen()) {
      throw new PromiseRefused(Kind.CONFLICT, "This promise is %s already%s".formatted(
          promise.state().name().toLowerCase(Locale.ROOT),
          promise.settledBy() == null ? "" : ", by " + keepers.nameOf(promise.settledBy())));
    }
    return promise;
  }

  private Promise required(long id) {
    return table.byId(id).orElseThrow(() -> new PromiseRefused(Kind.UNKNOWN, "There is no promise " + id));
  }

  private static void require(boolean may, Promise promise, String who) {
    if (!may) {
      throw Keepers.forbidden("Only %s may do that with “%s”".formatted(who, promise.what()));
    }
  }
}
