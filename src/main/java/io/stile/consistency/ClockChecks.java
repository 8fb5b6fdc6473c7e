package io.stile.consistency;

import io.stile.request.Clocks;
import io.stile.sla.SlaClock;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the clocks with what they measure. */
@Component
@Order(4)
class ClockChecks implements Checks {

  private static final String OF_REQUESTS = """
      with facts as (
        select request, count(*) filter (where kind = 'STARTED') as started,
          count(*) filter (where kind = 'MET') - count(*) filter (where kind = 'RESUMED') as met,
          case when count(*) filter (where kind = 'MET') > count(*) filter (where kind = 'RESUMED')
            then max(at) filter (where kind = 'MET') end as met_at,
          (array_agg(due order by id desc) filter (where kind = 'FIXED'))[1] as due
        from clock_fact where clock = 'end-to-end' group by request)
      select r.number as request, 'end-to-end clock' as about,
        format('started once, due %s, ended %s', r.due_at, coalesce(r.closed_at::text, 'not yet')) as expected,
        format('started %s times, due %s, ended %s (%s times)', coalesce(started, 0), f.due,
          coalesce(met_at::text, 'not yet'), coalesce(met, 0)) as found
      from request r left join facts f on f.request = r.number
      where started is distinct from 1 or f.due is distinct from r.due_at
        or met is distinct from (r.closed_at is not null)::int or met_at is distinct from r.closed_at
      order by r.number desc""";

  private static final String OF_PROMISES = """
      with facts as (
        select clock, (array_agg(due order by id desc) filter (where kind = 'FIXED'))[1] as due,
          count(*) filter (where kind = 'FIXED') as fixed,
          case when count(*) filter (where kind = 'MET') > count(*) filter (where kind = 'RESUMED')
            then max(at) filter (where kind = 'MET') end as met_at
        from clock_fact where clock like 'promise:%' group by clock)
      select p.request, format('clock of promise %s', p.id) as about,
        format('due %s, set %s times, ended %s', p.due_at, p.renewals + 1, coalesce(p.ended_at::text, 'not yet')) as expected,
        format('due %s, set %s times, ended %s', f.due, coalesce(fixed, 0), coalesce(met_at::text, 'not yet')) as found
      from promise p left join facts f on f.clock = 'promise:' || p.id
      where f.due is distinct from p.due_at or fixed is distinct from p.renewals + 1 or met_at is distinct from p.ended_at
      order by p.id desc""";

  private static final String OF_TASKS = """
      with facts as (
        select clock, min(request) as request, count(*) filter (where kind in ('STARTED', 'FIXED')) as started,
          max(at) filter (where kind = 'MET') as met_at
        from clock_fact where clock like 'task:%' group by clock)
      select coalesce(t.request, f.request) as request, format('clock of task %s', coalesce(t.id::text, f.clock)) as about,
        case when t.due_at is null then 'none'
          else format('started once, ended %s', coalesce(t.ended_at::text, 'not yet')) end as expected,
        format('started %s times, ended %s', coalesce(started, 0), coalesce(met_at::text, 'not yet')) as found
      from task t full join facts f on f.clock = 'task:' || t.id
      where t.id is null or coalesce(started, 0) <> (t.due_at is not null)::int
        or met_at is distinct from (case when t.due_at is not null then t.ended_at end)
      order by t.id desc""";

  private final Clocks clocks;

  ClockChecks(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public List<Check> checks() {
    return List.of(
        new SqlCheck("clocks-of-requests", "The end-to-end clock runs from opening to closing and is due when the request is.",
            "request", OF_REQUESTS),
        new SqlCheck("clocks-of-promises", "The clock of a promise is due when the promise is, and ends with it.", "promise",
            OF_PROMISES),
        new SqlCheck("clocks-of-tasks", "The clock of a task with a target runs from its begin to its end.", "task", OF_TASKS),
        new LookCheck("due-dates-counted", "The due date of each open task is what its clock comes to when it is counted anew.",
            this::counted));
  }

  private long counted(Snapshot snapshot, Findings found) {
    List<LiveTask> tasks = snapshot.tasks().stream().filter(task -> task.dueAt() != null).toList();
    Map<String, SlaClock> counted = clocks.clocks(tasks.stream().map(LiveTask::request).distinct().toList(),
        tasks.stream().map(LiveTask::clock).toList());
    tasks.forEach(task -> {
      SlaClock clock = counted.get(task.clock());
      if (clock != null) {
        found.compare(task.request(), task.label(), "due " + clock.due(), "due " + task.dueAt());
      }
    });
    return tasks.size();
  }
}
