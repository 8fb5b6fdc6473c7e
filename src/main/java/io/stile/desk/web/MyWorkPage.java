package io.stile.desk.web;

import io.stile.desk.web.OwnedRequests.Owned;
import io.stile.desk.web.OwnedRequests.OwnedRequest;
import io.stile.desk.PromiseViews;
import io.stile.organisation.Deputies;
import io.stile.web.Viewer;
import io.stile.work.Page;
import io.stile.work.QueueFilter;
import io.stile.work.QueueItem;
import io.stile.work.Queues;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody begins: the tasks that one has, the requests that one owns, what was promised to their customers. */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class MyWorkPage {

  private static final int LINES = 50;

  private final Queues queues;
  private final Deputies deputies;
  private final WorkLines lines;
  private final OwnedRequests owned;
  private final DraftLines draftLines;
  private final RequestMarks marks;
  private final OfferSheets offers;
  private final PromiseViews promises;

  MyWorkPage(Queues queues, Deputies deputies, WorkLines lines, OwnedRequests owned, DraftLines draftLines, RequestMarks marks,
      OfferSheets offers, PromiseViews promises) {
    this.marks = marks;
    this.queues = queues;
    this.deputies = deputies;
    this.lines = lines;
    this.owned = owned;
    this.draftLines = draftLines;
    this.offers = offers;
    this.promises = promises;
  }

  @GetMapping("/")
  String show(@RequestParam(required = false) String cursor, Viewer viewer, Model model) {
    QueueFilter mine = QueueFilter.ofAssignee(viewer.signIn()).alsoOf(deputies.namesFor(viewer.signIn()));
    Page<QueueItem> page = queues.page(mine, cursor, LINES);
    model.addAttribute("tasks", lines.of(page.items(), viewer.signIn()));
    model.addAttribute("next", page.next());
    model.addAttribute("cursor", cursor);
    model.addAttribute("count", queues.count(mine));
    Owned ownedNow = owned.of(viewer.signIn());
    List<String> numbers = ownedNow.requests().stream().map(OwnedRequest::number).toList();
    model.addAttribute("owned", ownedNow);
    model.addAttribute("marks", marks.of(viewer.signIn(), numbers));
    model.addAttribute("offered", offers.forReader(viewer.signIn()));
    model.addAttribute("offers", offers.words(numbers));
    model.addAttribute("keeping", promises.dueToday(viewer));
    model.addAttribute("begun", draftLines.of(viewer.signIn()));
    return "desk/my-work";
  }
}
