package io.stile.desk.web;

import io.stile.conversation.Conversations;
import io.stile.conversation.WarmHandOver;
import io.stile.desk.Names;
import io.stile.organisation.Duty;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.web.Viewer;
import io.stile.work.Claims;
import io.stile.work.Task;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together whom a conversation can be passed on to now, and what became of it. */
@Component
class ConversationSheets {

  private final Conversations conversations;
  private final Organisation organisation;
  private final Duty duty;
  private final Claims claims;
  private final Clock clock;

  ConversationSheets(Conversations conversations, Organisation organisation, Duty duty, Claims claims, Clock clock) {
    this.conversations = conversations;
    this.organisation = organisation;
    this.duty = duty;
    this.claims = claims;
    this.clock = clock;
  }

  ConversationSheet of(Request request, Viewer viewer) {
    Names names = new Names(organisation);
    WarmHandOver last = conversations.lastOf(request.number().value()).orElse(null);
    return last == null ? ConversationSheet.begin(request.owner(), anybody(viewer)) : new ConversationSheet(last,
        last.employee() != null ? names.employee(last.employee()) : names.department(last.department()),
        names.employee(last.offeredBy()), last.takenBy() == null ? null : names.employee(last.takenBy()),
        last.offeredBy().equals(viewer.signIn()), step(last, viewer.signIn()).orElse(null), request.owner(), anybody(viewer));
  }

  /** What whoever is asked to take a conversation over must know; null if a task is about something else. */
  Asked askedIn(Task task) {
    return conversations.takenBy(task).map(one -> new Asked(one, new Names(organisation).employee(one.offeredBy()))).orElse(null);
  }

  /** @param from name of who has the customer on the line */
  record Asked(WarmHandOver handOver, String from) {}

  /** Of a customer, whatever his requests. */
  ConversationSheet ofCustomer(Viewer viewer) {
    return ConversationSheet.begin(viewer.signIn(), anybody(viewer));
  }

  private Optional<Long> step(WarmHandOver last, String viewer) {
    return last.offeredBy().equals(viewer) ? Optional.empty()
        : conversations.step(last).filter(task -> claims.whyNot(task, viewer).isEmpty()).map(Task::id);
  }

  private boolean anybody(Viewer viewer) {
    return duty.everybody(clock.instant()).keySet().stream().anyMatch(signIn -> !signIn.equals(viewer.signIn()));
  }
}
