package io.stile.consult;

import io.stile.organisation.Department;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.work.OptionLists;
import io.stile.work.Task;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom a lead can have answer a question that is late: members of the department that is asked, and other departments. */
@Component
class ConsultLists implements OptionLists {

  private final ConsultReader reader;
  private final Asked asked;
  private final Organisation organisation;

  ConsultLists(ConsultReader reader, Asked asked, Organisation organisation) {
    this.reader = reader;
    this.asked = asked;
    this.organisation = organisation;
  }

  @Override
  public Set<String> names() {
    return Set.of("colleagues", "departments");
  }

  @Override
  public Map<String, List<Map<String, String>>> of(Task task) {
    return task.stepKey().equals(Consults.LEAD_STEP) ? reader.about(task).map(consult -> of(consult, task)).orElse(Map.of())
        : Map.of();
  }

  private Map<String, List<Map<String, String>>> of(Consult consult, Task task) {
    List<Employee> colleagues = asked.departmentOf(consult.target()).map(Department::key).map(organisation::membersOf)
        .orElse(List.of());
    return Map.of("colleagues", colleagues.stream().filter(each -> !each.signIn().equals(task.assignee()))
            .filter(each -> !each.signIn().equals(consult.target().employee()))
            .map(each -> option(each.signIn(), each.name())).toList(),
        "departments", organisation.departments().stream()
            .filter(each -> !each.key().equals(consult.target().department()))
            .map(each -> option(each.key(), each.name())).toList());
  }

  private static Map<String, String> option(String value, String label) {
    return Map.of("value", value, "label", label);
  }
}
