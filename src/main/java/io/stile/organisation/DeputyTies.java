package io.stile.organisation;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Somebody who stands in for others, now or later, cannot leave: they would be away without anybody. */
@Component
class DeputyTies implements Ties {

  private final AbsenceTable absences;
  private final Clock clock;

  DeputyTies(AbsenceTable absences, Clock clock) {
    this.absences = absences;
    this.clock = clock;
  }

  @Override
  public List<Tie> ofEmployee(String signIn) {
    return absences.notEndedWithDeputy(signIn, clock.instant()).stream()
        .map(absence -> new Tie("stands in for " + absence.employee(), "/admin/absences")).toList();
  }

  @Override
  public List<Tie> ofMember(String signIn, String department) {
    return List.of();
  }

  @Override
  public List<Tie> ofDepartment(String key) {
    return List.of();
  }
}
