package io.stile.work;

import io.stile.organisation.Role;
import io.stile.organisation.Tie;
import io.stile.organisation.Ties;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever has tasks cannot leave, and a department whose queue holds tasks, or is to get some back, cannot be given up. */
@Component
class TaskTies implements Ties {

  private final JdbcClient jdbc;

  TaskTies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Tie> ofEmployee(String signIn) {
    return ties("has", "assignee = ?", signIn);
  }

  /** What a lead decides, nobody decides who leads nothing. */
  @Override
  public List<Tie> ofRole(String signIn, Role role) {
    return role == Role.LEAD ? ties("has", "assignee = ? and role = ?", signIn, Receivers.LEAD) : List.of();
  }

  @Override
  public List<Tie> ofMember(String signIn, String department) {
    return ties("has", "assignee = ? and department = ?", signIn, department);
  }

  @Override
  public List<Tie> ofDepartment(String key) {
    return Stream.concat(queue(key), ties("it is to get back",
        "clock_of in (select id from task_return where home_department = ?) and department is distinct from ?", key, key).stream()).toList();
  }

  /** A queue of hundreds is one thing to move, not hundreds of lines that hide the rest. */
  private Stream<Tie> queue(String key) {
    List<Tie> tasks = ties("its queue holds", "department = ?", key);
    return tasks.size() < 2 ? tasks.stream()
        : Stream.of(new Tie("its queue holds %,d tasks".formatted(tasks.size()), "/queues/" + key));
  }

  private List<Tie> ties(String how, String condition, Object... given) {
    return jdbc.sql("select id, name, request from task where state in ('OPEN', 'CLAIMED') and " + condition + " order by sort_at, id")
        .params(given).query((row, index) -> new Tie("%s the task “%s” of %s".formatted(how, row.getString("name"), row.getString("request")),
            "/tasks/" + row.getLong("id"))).list();
  }
}
