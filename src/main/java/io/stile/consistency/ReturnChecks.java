package io.stile.consistency;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the returns with their tasks, their clocks and the processes that decide about them. */
@Component
@Order(7)
class ReturnChecks implements Checks {

  private static final String OPEN = """
      select coalesce(r.request, t.request) as request, format('return %s of task %s', coalesce(r.id, t.returned), coalesce(r.task, t.id)) as about,
        case when r.id is null then 'a return that is open' else 'an open task that says so' end as expected,
        case when r.id is null then 'none' else format('task %s, %s', coalesce(s.state, 'none'), coalesce(s.returned::text, 'not returned')) end as found
      from (select * from task_return where state = 'OPEN') r full join (select * from task where returned is not null) t on t.returned = r.id
        left join task s on s.id = r.task
      where r.id is null or t.id is null or r.task <> t.id
      order by 2""";

  private static final String CLOCKS = """
      with facts as (
        select clock, count(*) filter (where kind = 'STARTED') as started, max(at) filter (where kind = 'MET') as met_at
        from clock_fact where clock like 'return:%' group by clock)
      select t.request, format('clock of return %s', t.clock_of) as about,
        format('started once, ended %s', coalesce(t.ended_at::text, 'not yet')) as expected,
        format('started %s times, ended %s', coalesce(started, 0), coalesce(met_at::text, 'not yet')) as found
      from task t left join facts f on f.clock = 'return:' || t.clock_of
      where t.clock_of is not null and t.due_at is not null
        and (coalesce(started, 0) <> 1 or met_at is distinct from t.ended_at)
      order by t.id""";

  @Override
  public List<Check> checks() {
    return List.of(
        new SqlCheck("returns-answered", "Each open return is of an open task that lies where it was returned to, and the other way round.",
            "task_return", OPEN),
        new SqlCheck("clocks-of-returns", "The clock of a task that was returned runs until it is answered, or the task ends.",
            "task_return", CLOCKS),
        new ProtocolCheck("disputes-decided", "Each return that is disputed is decided about by one process, and no other is.",
            "return", "return", "select id::text, request from task_return where state = 'DISPUTED'"));
  }
}
