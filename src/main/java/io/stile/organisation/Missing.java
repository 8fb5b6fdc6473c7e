package io.stile.organisation;

import io.stile.organisation.Naming.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What is named from outside and does not exist here: before it does, what names it cannot run. */
@Service
public class Missing {

  private final List<Namings> sources;
  private final Departments departments;
  private final Calendars calendars;
  private final Employees employees;

  Missing(List<Namings> sources, Departments departments, Calendars calendars, Employees employees) {
    this.sources = sources;
    this.departments = departments;
    this.calendars = calendars;
    this.employees = employees;
  }

  /** Keys of one kind that are missing, in alphabetical order, each with what names it. */
  public Map<String, List<Naming>> of(Kind kind) {
    return sources.stream().flatMap(source -> source.namings().stream()).filter(naming -> naming.kind() == kind)
        .filter(naming -> !exists(naming)).collect(Collectors.groupingBy(Naming::key, TreeMap::new, Collectors.toList()));
  }

  private boolean exists(Naming naming) {
    return switch (naming.kind()) {
      case DEPARTMENT -> departments.sheet(naming.key()).filter(DepartmentSheet::active).isPresent();
      case CALENDAR -> calendars.exists(naming.key());
      case EMPLOYEE -> employees.bySignIn(naming.key()).filter(Employee::active).isPresent();
    };
  }
}
