package io.stile.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Who stands in for whom at this instant. Nothing is handed over when an absence begins and nothing is given back when it
 * ends: whoever asks, asks again. A deputy stands in for the absent employee alone, not for those for whom that one stands in:
 * {@link Absences} lets nobody be a deputy who is away himself.
 */
@Service
public class Deputies {

  private final AbsenceTable absences;
  private final Clock clock;

  Deputies(AbsenceTable absences, Clock clock) {
    this.absences = absences;
    this.clock = clock;
  }

  /** The present absences of those for whom an employee stands in, by the name of who is absent. */
  public List<Absence> standsInFor(String deputy) {
    return absences.presentWithDeputy(deputy, clock.instant());
  }

  /** The sign-in names of those for whom an employee stands in now. */
  public Set<String> namesFor(String deputy) {
    return standsInFor(deputy).stream().map(Absence::employee).collect(Collectors.toUnmodifiableSet());
  }

  /** The present absence of an employee for whom somebody stands in; empty if he is there, or has no deputy. */
  public Optional<Absence> absenceOf(String employee) {
    return employee == null ? Optional.empty() : absences.presentOf(employee, clock.instant());
  }

  /** Whether one employee stands in for another now. */
  public boolean standsIn(String deputy, String employee) {
    return absenceOf(employee).filter(absence -> absence.deputy().equals(deputy)).isPresent();
  }
}
