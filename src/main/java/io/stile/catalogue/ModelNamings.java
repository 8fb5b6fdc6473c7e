package io.stile.catalogue;

import io.stile.engine.Model;
import io.stile.engine.ModelStep;
import io.stile.engine.Models;
import io.stile.organisation.Naming;
import io.stile.organisation.Naming.Kind;
import io.stile.organisation.Namings;
import io.stile.organisation.Tie;
import io.stile.organisation.Ties;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The departments, calendars and employees that the newest version of each model names: they must exist, and cannot go. */
@Component
class ModelNamings implements Namings, Ties {

  /** A step for whoever has a role in the request, not for a department. */
  private static final String ROLE = "role-";

  private final Models models;

  ModelNamings(Models models) {
    this.models = models;
  }

  @Override
  public List<Naming> namings() {
    return models.all().stream().flatMap(ModelNamings::namings).distinct().toList();
  }

  @Override
  public List<Tie> ofEmployee(String signIn) {
    return ties(Kind.EMPLOYEE, signIn, "is the process owner of ");
  }

  @Override
  public List<Tie> ofMember(String signIn, String department) {
    return List.of();
  }

  @Override
  public List<Tie> ofDepartment(String key) {
    return ties(Kind.DEPARTMENT, key, "is named by the model ");
  }

  private List<Tie> ties(Kind kind, String key, String how) {
    return namings().stream().filter(naming -> naming.kind() == kind && naming.key().equals(key))
        .map(naming -> new Tie(how + naming.by(), naming.href())).toList();
  }

  private static Stream<Naming> namings(Model model) {
    return Stream.of(
        model.steps().stream().map(ModelStep::group).filter(group -> group != null && !group.startsWith(ROLE))
            .map(group -> naming(model, Kind.DEPARTMENT, group)),
        model.steps().stream().flatMap(step -> step.property("calendar").stream()).map(key -> naming(model, Kind.CALENDAR, key)),
        ofType(model)).flatMap(each -> each);
  }

  private static Stream<Naming> ofType(Model model) {
    if (!RequestType.is(model)) {
      return Stream.of();
    }
    RequestType type = RequestType.of(model);
    Stream<Naming> always = Stream.of(naming(model, Kind.CALENDAR, type.calendar()), naming(model, Kind.EMPLOYEE, type.processOwner()));
    return type.ownerPolicy().isOpener() ? always
        : Stream.concat(always, Stream.of(naming(model, Kind.DEPARTMENT, type.ownerPolicy().department())));
  }

  private static Naming naming(Model model, Kind kind, String key) {
    return new Naming(model.name(), "/models/" + model.process(), kind, key);
  }
}
