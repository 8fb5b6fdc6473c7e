package io.stile.desk.web;

import io.stile.desk.Names;
import io.stile.desk.web.GoodwillSheet.Line;
import io.stile.grant.Goodwill;
import io.stile.grant.Grants;
import io.stile.grant.Proposal;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what was granted for a request and what its reader may still give. */
@Component
class GoodwillSheets {

  private final Goodwill goodwill;
  private final Grants grants;
  private final TaskLookup tasks;
  private final Organisation organisation;

  GoodwillSheets(Goodwill goodwill, Grants grants, TaskLookup tasks, Organisation organisation) {
    this.goodwill = goodwill;
    this.grants = grants;
    this.tasks = tasks;
    this.organisation = organisation;
  }

  GoodwillSheet of(Request request, String viewer) {
    Names names = new Names(organisation);
    String number = request.number().value();
    List<Proposal> proposals = goodwill.proposals(number);
    Stream<Line> granted = grants.ofRequest(number).stream().map(grant ->
        new Line(grant.amount(), names.employee(grant.grantedBy()), grant.reason(), null, null, grant.at()));
    Stream<Line> proposed = proposals.stream().filter(proposal -> proposal.state() != Proposal.State.GRANTED)
        .map(proposal -> new Line(proposal.amount(), names.employee(proposal.proposedBy()), proposal.reason(),
            chip(proposal, names), proposal.words(), proposal.proposedAt()));
    return new GoodwillSheet(goodwill.left(request, viewer), goodwill.currencyOf(request),
        Stream.concat(granted, proposed).sorted(Comparator.comparing(Line::at)).toList(),
        approval(number, viewer).orElse(null), proposals.stream().anyMatch(Proposal::isOpen));
  }

  private static String chip(Proposal proposal, Names names) {
    return switch (proposal.state()) {
      case OPEN -> names.employee(proposal.approver()) + " decides";
      case DECLINED -> names.employee(proposal.decidedBy()) + " declined it";
      default -> "not needed any more";
    };
  }

  /** What is proposed in the step that waits for a decision about it; empty for any other task. */
  Optional<Line> proposedIn(Task task) {
    Names names = new Names(organisation);
    return !task.process().equals("goodwill") ? Optional.empty() : goodwill.proposals(task.request()).stream()
        .filter(proposal -> String.valueOf(proposal.id()).equals(task.subject()))
        .map(proposal -> new Line(proposal.amount(), names.employee(proposal.proposedBy()), proposal.reason(), null, null,
            proposal.proposedAt())).findFirst();
  }

  private Optional<Long> approval(String number, String viewer) {
    return tasks.ofRequest(number).stream().filter(Task::isLive).filter(task -> task.process().equals("goodwill"))
        .filter(task -> viewer.equals(task.assignee())).map(Task::id).findFirst();
  }
}
