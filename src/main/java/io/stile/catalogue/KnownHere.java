package io.stile.catalogue;

import io.stile.engine.Models;
import io.stile.gate.Known;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a model may name of the company and of other models, as both are now. */
@Component
class KnownHere implements Known {

  private final Organisation organisation;
  private final Calendars calendars;
  private final Models models;

  KnownHere(Organisation organisation, Calendars calendars, Models models) {
    this.organisation = organisation;
    this.calendars = calendars;
    this.models = models;
  }

  @Override
  public Set<String> departments() {
    return organisation.departments().stream().map(Department::key).collect(Collectors.toSet());
  }

  @Override
  public Set<String> calendars() {
    return Set.copyOf(calendars.keys());
  }

  @Override
  public boolean processOwner(String signIn) {
    return organisation.employee(signIn).filter(Employee::active).isPresent();
  }

  @Override
  public boolean process(String id) {
    return models.newest(id).isPresent();
  }

  @Override
  public Optional<String> accountable(String process) {
    return models.newest(process).flatMap(model -> model.property("processOwner"));
  }

  @Override
  public Optional<byte[]> published(String process, String path) {
    return models.newest(process).flatMap(model -> models.file(model.version(), path));
  }
}
