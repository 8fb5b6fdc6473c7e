package io.stile.work.web;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.work.ReturnCount;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts into words between whom how often a step was returned. */
@Component
class ReturnPlaces {

  private final Organisation organisation;
  private final RequestTypes types;

  ReturnPlaces(Organisation organisation, RequestTypes types) {
    this.organisation = organisation;
    this.types = types;
  }

  /** A line of the list of counts, all in words. */
  record Counted(String type, String step, String from, String to, int returns) {}

  Counted counted(ReturnCount count) {
    return new Counted(types.byKey(count.type()).map(RequestType::name).orElse(count.type()), count.name(), place(count.from()),
        place(count.to()), count.returns());
  }

  private String place(String department) {
    return department == null ? "the owner"
        : Optional.of(department).flatMap(organisation::department).map(Department::name).orElse(department);
  }
}
