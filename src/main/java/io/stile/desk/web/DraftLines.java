package io.stile.desk.web;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.draft.Draft;
import io.stile.draft.DraftOf;
import io.stile.draft.DraftOf.Form;
import io.stile.draft.Drafts;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says of drafts what they are about and where they go on. */
@Component
class DraftLines {

  private static final int LONGEST_WORDS = 80;

  private final Drafts drafts;
  private final Customers customers;
  private final RequestTypes types;
  private final Requests requests;
  private final TaskLookup tasks;
  private final Claims claims;

  DraftLines(Drafts drafts, Customers customers, RequestTypes types, Requests requests, TaskLookup tasks,
      Claims claims) {
    this.drafts = drafts;
    this.customers = customers;
    this.types = types;
    this.requests = requests;
    this.tasks = tasks;
    this.claims = claims;
  }

  /** All drafts of an employee, the one changed last first. */
  List<DraftLine> of(String employee) {
    return lines(drafts.of(employee), draft -> true);
  }

  /** Those that are about a customer. */
  List<DraftLine> ofCustomer(String employee, long customer) {
    return lines(drafts.of(employee), draft -> Objects.equals(draft.of().customer(), customer));
  }

  /** Those of contacts and notes at a request. */
  List<DraftLine> ofRequest(String employee, String request) {
    return lines(drafts.of(employee), draft -> request.equals(draft.of().request()) && draft.of().task() == null);
  }

  /** What an employee has typed for a task in other drafts than the one on the page. */
  List<DraftLine> ofTask(String employee, long task, UUID shown) {
    return lines(drafts.ofTask(employee, task), draft -> !draft.id().equals(shown));
  }

  /** Where a draft goes on. */
  static String address(Draft draft) {
    DraftOf of = draft.of();
    return switch (of.form()) {
      case CUSTOMER -> "/intake?draft=" + draft.id();
      case REQUEST -> "/intake/%d?type=%s&draft=%s".formatted(of.customer(), of.type(), draft.id());
      case CONTACT, NOTE -> of.request() == null ? "/customers/%d?draft=%s".formatted(of.customer(), draft.id())
          : "/requests/%s?draft=%s".formatted(of.request(), draft.id());
      case TASK -> "/tasks/%d?draft=%s".formatted(of.task(), draft.id());
    };
  }

  private List<DraftLine> lines(List<Draft> all, Predicate<Draft> wanted) {
    return all.stream().filter(wanted).map(this::line).toList();
  }

  private DraftLine line(Draft draft) {
    String customer = customerOf(draft.of()).flatMap(customers::byId).map(Customer::name)
        .orElse(draft.of().form() == Form.CUSTOMER ? draft.text("name") : null);
    return new DraftLine(draft.id(), what(draft), customer, standing(draft.of()), words(draft), draft.changedAt(),
        address(draft));
  }

  /** The customer of a request may have been corrected since. */
  private Optional<Long> customerOf(DraftOf of) {
    return of.request() == null ? Optional.ofNullable(of.customer())
        : requests.byNumber(of.request()).map(Request::customer);
  }

  private String what(Draft draft) {
    DraftOf of = draft.of();
    return switch (of.form()) {
      case CUSTOMER -> "New customer";
      case REQUEST -> types.byKey(of.type()).map(RequestType::name).orElse(of.type());
      case CONTACT -> of.request() == null ? "Contact" : "Contact about " + of.request();
      case NOTE -> "Note at " + of.request();
      case TASK -> tasks.byId(of.task()).map(Task::name).orElse("Task");
    };
  }

  private String standing(DraftOf of) {
    if (of.form() == Form.TASK) {
      return tasks.byId(of.task()).filter(task -> !task.isLive()).map(claims::standing).orElse(null);
    }
    return Optional.ofNullable(of.request()).filter(number -> of.form() == Form.CONTACT).flatMap(requests::byNumber)
        .filter(request -> !request.isOpen()).map(Request::state).map(state -> "the request is " + state.word())
        .orElse(null);
  }

  private static String words(Draft draft) {
    String words = Stream.of("told", "said", "text").map(draft::text).map(String::strip)
        .filter(text -> !text.isEmpty()).findFirst().orElse("").replaceAll("\\s+", " ");
    int end = Math.min(words.length(), LONGEST_WORDS);
    return end == words.length() ? words : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, end) - 1)) + "…";
  }
}
