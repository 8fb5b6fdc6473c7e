package io.stile.desk.web;

import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.Candidates;
import io.stile.request.Candidates.Candidate;
import io.stile.request.Candidates.Wanted;
import io.stile.web.Times;
import io.stile.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the field offers in which somebody is found by typing: few, and the best first. */
@Component
class Pick {

  private static final int MOST = 8;

  private final Candidates candidates;
  private final Organisation organisation;
  private final Times times;

  Pick(Candidates candidates, Organisation organisation, Times times) {
    this.candidates = candidates;
    this.organisation = organisation;
    this.times = times;
  }

  /** What was typed, and what narrows it; as the address says it. */
  record Asked(String typed, String near, String without, boolean departments, boolean duty) {}

  /**
   * Something to choose.
   *
   * @param value what is put into the field
   * @param about whether he is there, and how much he has
   */
  record Found(String value, String about) {}

  List<Found> find(Asked asked, Viewer viewer) {
    Stream<Found> colleagues = candidates.find(new Wanted(asked.typed(), asked.near(),
        asked.without() == null ? Set.of() : Set.of(asked.without()), asked.duty()), MOST).stream().map(each -> colleague(each, viewer));
    return Stream.concat(asked.departments() ? departments(asked) : Stream.empty(), colleagues).toList();
  }

  private Stream<Found> departments(Asked asked) {
    Map<String, Long> atWork = candidates.atWork();
    String piece = asked.typed().strip().toLowerCase(Locale.ROOT);
    return organisation.departments().stream().filter(each -> each.name().toLowerCase(Locale.ROOT).contains(piece))
        .filter(each -> !asked.duty() || atWork.containsKey(each.key())).limit(MOST).map(each -> department(each, atWork));
  }

  private static Found department(Department department, Map<String, Long> atWork) {
    long there = atWork.getOrDefault(department.key(), 0L);
    return new Found(department.name() + " (department)", (there == 0 ? "nobody on duty now" : there + " on duty now")
        + (department.phone() == null ? "" : ", phone " + department.phone()));
  }

  private Found colleague(Candidate one, Viewer viewer) {
    Instant until = one.isOnDuty() ? one.duty().until() : null;
    String there = !one.isOnDuty() ? "not on duty now" : until == null ? "on duty" : "on duty until " + times.time(until, viewer.zone());
    String phone = one.employee().phone() == null ? "" : ", phone " + one.employee().phone();
    return new Found("%s (%s)".formatted(one.employee().name(), one.employee().signIn()),
        "%s%s, %s".formatted(there, phone, one.open() == 0 ? "no open request" : one.open() == 1 ? "1 open request" : one.open() + " open requests"));
  }
}
