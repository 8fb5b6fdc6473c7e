package io.stile.desk.web;

import io.stile.desk.AnswersView;
import io.stile.desk.PromiseViews;
import io.stile.desk.RequestView;
import io.stile.desk.RequestViews;
import io.stile.desk.StepView;
import io.stile.notification.Notices;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Answers.Answer;
import io.stile.request.Closing;
import io.stile.request.CorrectionRules;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.Requests;
import io.stile.web.Problem;
import io.stile.web.Refusal;
import io.stile.web.Refusals;
import io.stile.web.Viewer;
import io.stile.work.Corrections;
import io.stile.work.TakeBack;
import io.stile.work.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a request: what it shows, and what its reader may do. */
@Component
class RequestScreen {

  /** What the form for a promise begins with. */
  private static final Duration USUAL_PROMISE = Duration.ofHours(2);

  private final Requests requests;
  private final RequestViews views;
  private final Closing closing;
  private final Ownership ownership;
  private final Organisation organisation;
  private final List<Refusals> refusals;
  private final RequestDrafts requestDrafts;
  private final TakeBack takeBack;
  private final Corrections corrections;
  private final CorrectionRules correctionRules;
  private final GoodwillSheets goodwill;
  private final TogetherSheets together;
  private final Notices notices;
  private final OfferSheets offers;
  private final ConsultSheets consults;
  private final ObstacleSheets obstacles;
  private final ConversationSheets conversations;
  private final PromiseViews promises;
  private final Clock clock;

  RequestScreen(Requests requests, RequestViews views, Closing closing, Ownership ownership, Organisation organisation,
      List<Refusals> refusals, RequestDrafts requestDrafts, TakeBack takeBack,
      Corrections corrections, CorrectionRules correctionRules, GoodwillSheets goodwill, TogetherSheets together,
      Notices notices, OfferSheets offers, ConsultSheets consults, ObstacleSheets obstacles,
      ConversationSheets conversations, PromiseViews promises, Clock clock) {
    this.together = together;
    this.notices = notices;
    this.requests = requests;
    this.views = views;
    this.closing = closing;
    this.ownership = ownership;
    this.organisation = organisation;
    this.refusals = refusals;
    this.requestDrafts = requestDrafts;
    this.takeBack = takeBack;
    this.corrections = corrections;
    this.correctionRules = correctionRules;
    this.goodwill = goodwill;
    this.offers = offers;
    this.consults = consults;
    this.obstacles = obstacles;
    this.conversations = conversations;
    this.promises = promises;
    this.clock = clock;
  }

  /**
   * What the reader may do with the request as it stands.
   *
   * @param customer whether he may correct the customer
   * @param move     whether he may move the ownership
   */
  record Actions(boolean withdraw, boolean customer, boolean move) {}

  /**
   * The request that an address names.
   *
   * @throws Refusal if there is none
   */
  Request required(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> requests.byNumber(parsed.value()))
        .orElseThrow(() -> Refusal.notFound("request " + number));
  }

  /** Fills the page; {@code draft} is what was not accepted just now. */
  String show(Request request, Draft draft, Viewer viewer, Model model) {
    RequestView view = views.of(request, viewer.zone());
    model.addAttribute("view", view);
    model.addAttribute("actions", actions(request, viewer));
    model.addAttribute("draft", draft);
    model.addAttribute("ownerPhone", organisation.employee(request.owner()).map(Employee::phone).orElse(null));
    model.addAttribute("promised", promises.ofRequest(request, viewer));
    model.addAttribute("proposedUntil", LocalMoment.proposed(clock.instant().plus(USUAL_PROMISE), viewer.zone()));
    model.addAttribute("sameCall", requests.fromTheSameCall(request));
    model.addAttribute("correctable", view.story().answers().stream().map(AnswersView::answer)
        .filter(answer -> corrections.mayCorrect(request, answer, viewer.signIn())).map(Answer::id).collect(Collectors.toSet()));
    model.addAttribute("takeable", takeable(request, view, viewer));
    model.addAttribute("together", together.of(request, viewer.signIn()));
    notices.readContacts(viewer.signIn(), request.number().value());
    model.addAttribute("offer", offers.of(request, viewer.signIn()));
    model.addAttribute("asking", consults.of(request, null, viewer.signIn(), draft));
    model.addAttribute("goodwill", goodwill.of(request, viewer.signIn()));
    model.addAttribute("obstacle", obstacles.of(request.number().value()));
    model.addAttribute("conversation", conversations.of(request, viewer));
    requestDrafts.add(request, draft, viewer, model);
    return "desk/request";
  }

  /** The ids of the steps that the reader can take back now. */
  private Set<Long> takeable(Request request, RequestView view, Viewer viewer) {
    return !request.isOpen() ? Set.of() : view.steps().stream().map(StepView::task)
        .filter(task -> takeBack.mayTakeBack(task, viewer.signIn())).filter(task -> takeBack.whyNot(task).isEmpty())
        .map(Task::id).collect(Collectors.toSet());
  }

  private Actions actions(Request request, Viewer viewer) {
    Optional<Employee> reader = organisation.employee(viewer.signIn()).filter(employee -> request.isOpen());
    boolean works = !request.onlyPromisesLeft();
    return new Actions(reader.filter(employee -> works && closing.mayWithdraw(request, employee)).isPresent(),
        correctionRules.mayCorrect(request, request.opener(), viewer.signIn()),
        reader.filter(ownership::mayMove).isPresent());
  }

  /** Why something was refused, empty if it was not refused but failed. */
  Optional<Problem> problem(RuntimeException exception) {
    return exception instanceof Refusal refusal ? Optional.of(refusal.problem())
        : refusals.stream().flatMap(module -> module.asProblem(exception).stream()).findFirst();
  }
}
