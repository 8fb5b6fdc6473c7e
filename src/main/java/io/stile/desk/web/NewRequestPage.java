package io.stile.desk.web;

import io.stile.catalogue.RequestType;
import io.stile.customer.Interaction.Channel;
import io.stile.desk.Intake;
import io.stile.desk.Names;
import io.stile.desk.web.NewRequestViews.Faults;
import io.stile.engine.ConcurrentChange;
import io.stile.draft.Draft;
import io.stile.draft.DraftOf;
import io.stile.draft.DraftOf.Form;
import io.stile.organisation.Organisation;
import io.stile.request.AnswersRefused;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import io.stile.request.Verification.Method;
import io.stile.request.Verification.Result;
import io.stile.web.FieldProblem;
import io.stile.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** A new request for a customer who is there: his open ones first, then type, words, verification and start form. */
@Controller
@RequestMapping("/intake/{customer}")
@PreAuthorize("hasRole('EMPLOYEE')")
class NewRequestPage {

  private static final String PAGE = "page";
  private static final String TEMPLATE = "desk/new-request";

  private final NewRequestViews views;
  private final Requests requests;
  private final Intake intake;
  private final Organisation organisation;
  private final FormJson formJson;
  private final FormDrafts formDrafts;

  NewRequestPage(NewRequestViews views, Requests requests, Intake intake, Organisation organisation, FormJson formJson,
      FormDrafts formDrafts) {
    this.views = views;
    this.requests = requests;
    this.intake = intake;
    this.organisation = organisation;
    this.formJson = formJson;
    this.formDrafts = formDrafts;
  }

  /**
   * The page as it begins, or as it was left.
   *
   * @param find  what was typed to find a type; if it leaves only one, that one was meant
   * @param draft id of the draft with which to go on
   * @param from  number of a request that was opened in the same call
   */
  @GetMapping
  String show(@PathVariable long customer, @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String find, @RequestParam(required = false) UUID draft,
      @RequestParam(required = false) String from, Viewer viewer, Model model) {
    Optional<Draft> begun = formDrafts.named(draft, Form.REQUEST, viewer.signIn())
        .filter(found -> found.of().customer() == customer);
    if (begun.isPresent()) {
      model.addAttribute(PAGE, views.filling(customer, views.type(begun.get().of().type()),
          NewRequestDraft.of(begun.get()), FormDraft.restored(begun.get()), Faults.NONE, viewer));
      return TEMPLATE;
    }
    if (!type.isEmpty()) {
      model.addAttribute(PAGE, views.filling(customer, views.type(type), begin(customer, from),
          formDrafts.fresh(DraftOf.newRequest(customer, type)), Faults.NONE, viewer));
      return TEMPLATE;
    }
    NewRequestView page = views.choosing(customer, find, from, viewer);
    model.addAttribute(PAGE, page);
    return page.types().only() == null ? TEMPLATE
        : "redirect:" + UriComponentsBuilder.fromPath("/intake/{customer}").queryParam("type", page.types().only())
            .queryParamIfPresent("from", Optional.ofNullable(from)).encode().build(customer);
  }

  private NewRequestDraft begin(long customer, String from) {
    return RequestNumber.parse(from == null ? "" : from).flatMap(number -> requests.byNumber(number.value()))
        .filter(first -> first.customer() == customer).map(NewRequestDraft::fromTheCallOf).orElse(NewRequestDraft.EMPTY);
  }

  /** Types as one types. */
  @GetMapping("/types")
  String types(@PathVariable long customer, @RequestParam(defaultValue = "") String find,
      @RequestParam(required = false) String from, Model model) {
    model.addAttribute("types", views.choice(customer, find, from));
    return "desk/types :: types";
  }

  @PostMapping
  ModelAndView open(@PathVariable long customer, @RequestParam(name = "type") String key,
      @RequestParam(defaultValue = "") String told, @RequestParam(defaultValue = "PHONE") Channel channel,
      @RequestParam(required = false) Method method, @RequestParam(required = false) Result result,
      @RequestParam(defaultValue = "") String answers, @RequestParam(name = "draft", required = false) UUID id,
      @RequestParam(required = false) Long interaction,
      Viewer viewer, RedirectAttributes redirect) {
    RequestType type = views.type(key);
    NewRequestDraft draft = new NewRequestDraft(told, channel, method, result, formJson.answers(answers),
        interaction);
    Again again = new Again(customer, type, draft, id, viewer);
    Map<String, String> errors = draft.errors(type);
    if (!errors.isEmpty()) {
      return again(again, new Faults(errors, List.of(), null), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    try {
      return opened(intake.open(new Opening(type.key(), customer, viewer.signIn(), draft.channel(), draft.told(),
          draft.verification(type), draft.answers(), interaction), id), type, viewer, redirect);
    } catch (AnswersRefused refused) {
      return again(again, new Faults(Map.of(), problems(refused), null), HttpStatus.UNPROCESSABLE_ENTITY);
    } catch (RequestRefused refused) {
      return again(again, Faults.of(refused), HttpStatus.UNPROCESSABLE_ENTITY);
    } catch (ConcurrentChange tooBusy) {
      return again(again, new Faults(Map.of(), List.of(),
          "Something else changed at the same instant, so nothing was opened. Try again."), HttpStatus.CONFLICT);
    }
  }

  private ModelAndView opened(Intake.Opened opened, RequestType type, Viewer viewer, RedirectAttributes redirect) {
    Request request = opened.request();
    redirect.addFlashAttribute("another", "/intake/%d?from=%s".formatted(request.customer(), request.number()));
    redirect.addFlashAttribute("spoken", SpokenSentence.of(request.number().value(), new Names(organisation).employee(request.owner()),
        request.owner().equals(viewer.signIn()), views.spoken(request.dueAt(), type)));
    return new ModelAndView("redirect:" + opened.next().map(task -> "/tasks/" + task.id())
        .orElse("/requests/" + request.number()));
  }

  /** What was sent, to be shown again. */
  private record Again(long customer, RequestType type, NewRequestDraft draft, UUID id, Viewer viewer) {}

  private ModelAndView again(Again again, Faults faults, HttpStatus status) {
    FormDraft kept = formDrafts.again(again.id(), DraftOf.newRequest(again.customer(), again.type().key()),
        again.viewer().signIn());
    return new ModelAndView(TEMPLATE, Map.of(PAGE,
        views.filling(again.customer(), again.type(), again.draft(), kept, faults, again.viewer())), status);
  }

  private static List<FieldProblem> problems(AnswersRefused refused) {
    return refused.problems().stream().map(problem -> new FieldProblem(problem.field(), problem.message())).toList();
  }
}
