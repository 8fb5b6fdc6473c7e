package io.stile.desk.web;

import io.stile.conversation.Conversations;
import io.stile.conversation.WarmHandOver;
import io.stile.desk.Names;
import io.stile.desk.web.ConversationSheet.Group;
import io.stile.desk.web.ConversationSheet.Person;
import io.stile.organisation.Department;
import io.stile.organisation.Duty;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.web.Times;
import io.stile.web.Viewer;
import io.stile.work.Claims;
import io.stile.work.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together whom a conversation can be passed on to now, and what became of it. */
@Component
class ConversationSheets {

  private final Conversations conversations;
  private final Organisation organisation;
  private final Duty duty;
  private final Claims claims;
  private final Times times;
  private final Clock clock;

  ConversationSheets(Conversations conversations, Organisation organisation, Duty duty, Claims claims, Times times,
      Clock clock) {
    this.conversations = conversations;
    this.organisation = organisation;
    this.duty = duty;
    this.claims = claims;
    this.times = times;
    this.clock = clock;
  }

  ConversationSheet of(Request request, Viewer viewer) {
    Names names = new Names(organisation);
    WarmHandOver last = conversations.lastOf(request.number().value()).orElse(null);
    List<Group> groups = request.isOpen() ? groups(viewer) : List.of();
    return last == null ? new ConversationSheet(null, null, null, null, false, null, groups)
        : new ConversationSheet(last, last.employee() != null ? names.employee(last.employee()) : names.department(last.department()),
            names.employee(last.offeredBy()), last.takenBy() == null ? null : names.employee(last.takenBy()),
            last.offeredBy().equals(viewer.signIn()), step(last, viewer.signIn()).orElse(null), groups);
  }

  private Optional<Long> step(WarmHandOver last, String viewer) {
    return last.offeredBy().equals(viewer) ? Optional.empty()
        : conversations.step(last).filter(task -> claims.whyNot(task, viewer).isEmpty()).map(Task::id);
  }

  private List<Group> groups(Viewer viewer) {
    Instant now = clock.instant();
    return organisation.departments().stream().map(department -> group(department, viewer, now))
        .filter(group -> !group.people().isEmpty()).toList();
  }

  private Group group(Department department, Viewer viewer, Instant now) {
    return new Group(department.key(), department.name(), duty.onDuty(department.key(), now).stream()
        .filter(member -> !member.employee().signIn().equals(viewer.signIn()))
        .map(member -> new Person(member.employee().signIn(), member.employee().name(),
            member.until() == null ? null : times.time(member.until(), viewer.zone()))).toList());
  }
}
