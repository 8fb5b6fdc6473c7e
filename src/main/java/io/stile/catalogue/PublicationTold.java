package io.stile.catalogue;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says to whom it matters what became of a publication that waited. */
@Component
class PublicationTold {

  private final Organisation organisation;
  private final ApplicationEventPublisher events;

  PublicationTold(Organisation organisation, ApplicationEventPublisher events) {
    this.organisation = organisation;
    this.events = events;
  }

  /** Everybody who can be the second person is asked. */
  void asked(PlannedPublication plan, String name, String author, Instant at) {
    Set<String> others = Stream.concat(organisation.withRole(Role.PROCESS_OWNER).stream(), organisation.withRole(Role.ADMINISTRATOR).stream())
        .map(Employee::signIn).filter(plan::canBeApprovedBy).collect(Collectors.toSet());
    tell(plan, "asked", others, "%s asks for your approval: a new version of “%s”".formatted(author, name), at);
  }

  /** Its author hears of it, unless he did it himself. */
  void author(PlannedPublication plan, String what, String text, String by, Instant at) {
    if (!plan.author().equals(by)) {
      tell(plan, what, Set.of(plan.author()), text, at);
    }
  }

  private void tell(PlannedPublication plan, String what, Collection<String> employees, String text, Instant at) {
    if (!employees.isEmpty()) {
      events.publishEvent(new PublicationNews("publication:%d:%s".formatted(plan.id(), what), new HashSet<>(employees), text,
          "/studio/%s/publication".formatted(plan.model()), at));
    }
  }
}
