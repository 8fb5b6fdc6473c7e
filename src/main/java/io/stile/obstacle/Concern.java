package io.stile.obstacle;

import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import io.stile.request.Requests;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whom an obstacle concerns: whoever can change it. A group that nobody reaches concerns its lead; what stands in the way of
 * a request concerns the process owner of its type; everything else, and what would concern the reporter himself, the lead
 * of the reporter, and a manager above him.
 */
@Component
class Concern {

  private final Organisation organisation;
  private final Requests requests;
  private final RequestTypes types;

  Concern(Organisation organisation, Requests requests, RequestTypes types) {
    this.organisation = organisation;
    this.requests = requests;
    this.types = types;
  }

  String owner(NewObstacle obstacle, String reporter) {
    Stream<String> nearest = obstacle.kind() == ObstacleKind.GROUP
        ? organisation.department(obstacle.department()).map(Department::lead).stream() : processOwner(obstacle.about()).stream();
    return Stream.concat(nearest, above(reporter)).filter(employee -> !employee.equals(reporter))
        .filter(employee -> organisation.employee(employee).filter(Employee::active).isPresent()).findFirst()
        .orElse(reporter);
  }

  private Optional<String> processOwner(String about) {
    return Optional.ofNullable(about).flatMap(requests::byNumber).map(Request::type).flatMap(types::byKey)
        .map(RequestType::processOwner);
  }

  private Stream<String> above(String reporter) {
    return Stream.concat(organisation.departments().stream()
        .filter(department -> organisation.isMember(reporter, department.key())).map(Department::lead),
        organisation.managers().stream().map(Employee::signIn));
  }
}
