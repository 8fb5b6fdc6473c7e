package io.stile.consistency;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the requests with their owners, their contacts and their journal. */
@Component
@Order(3)
class RequestChecks implements Checks {

  private static final String OWNED = """
      select r.number as request, 'owner' as about, 'an active owner, whose tenure is the last' as expected,
        format('%s%s, tenure of %s', r.owner, case when e.active then '' else ' (left)' end,
          coalesce(string_agg(t.owner, ' and '), 'nobody')) as found
      from request r join employee e on e.sign_in = r.owner
        left join tenure t on t.request = r.number and upper_inf(t.during)
      where r.state = 'OPEN'
      group by r.number, r.owner, e.active
      having not e.active or count(t.id) <> 1 or min(t.owner) <> r.owner
      order by r.number desc""";

  private static final String TOLD = """
      with told as (
        select request, count(*) filter (where kind = 'OPENED') as opened, count(*) filter (where kind = 'CLOSED') as closed,
          count(*) filter (where kind = 'WITHDRAWN') as withdrawn, count(*) filter (where kind = 'REOPENED') as reopened
        from journal where kind in ('OPENED', 'CLOSED', 'WITHDRAWN', 'REOPENED') group by request)
      select r.number as request, 'journal' as about,
        format('opened 1, closed %s, withdrawn %s times', (r.state = 'CLOSED')::int + coalesce(reopened, 0), (r.withdrawn)::int) as expected,
        format('opened %s, closed %s, withdrawn %s times', coalesce(opened, 0), coalesce(closed, 0),
          coalesce(told.withdrawn, 0)) as found
      from (select number, state, state = 'WITHDRAWN' or coalesce(ends_as = 'WITHDRAWN', false) as withdrawn from request) r
        left join told on told.request = r.number
      where opened is distinct from 1 or closed is distinct from (r.state = 'CLOSED')::int + reopened
        or told.withdrawn is distinct from (r.withdrawn)::int
      order by r.number desc""";

  /** Begins a query: as which request each goes on, itself if it was not merged. Open promises go there with their tasks. */
  private static final String GOES_ON = """
      with recursive goes_on (number, survivor) as (
        select number, number from request where merged_into is null
        union all select r.number, g.survivor from request r join goes_on g on r.merged_into = g.number),
      """;

  private static final String TASKS_TOLD = GOES_ON + """
      entry as (
        select g.survivor as request, details->>'task' as name, kind, 1 as n, details->>'late' as late
        from journal j join goes_on g on g.number = j.request
        where kind in ('TASK_STARTED', 'TASK_COMPLETED', 'TASK_TAKEN_BACK', 'TASK_CANCELLED', 'TASK_LATE', 'TASK_RENAMED')
        union all
        select g.survivor, details->>'former', kind, -1, details->>'late'
        from journal j join goes_on g on g.number = j.request where kind = 'TASK_RENAMED'),
      counted as (
        select request, name, coalesce(sum(n) filter (where kind in ('TASK_STARTED', 'TASK_RENAMED')), 0) as started,
          count(*) filter (where kind = 'TASK_COMPLETED') - count(*) filter (where kind = 'TASK_TAKEN_BACK') as done, count(*) filter (where kind = 'TASK_CANCELLED') as cancelled,
          coalesce(sum(n) filter (where kind = 'TASK_LATE' or kind = 'TASK_RENAMED' and late is not null), 0) as late
        from entry group by 1, 2),
      told as (select * from counted where (started, done, cancelled, late) <> (0, 0, 0, 0)),
      stand as (
        select g.survivor as request, name, count(*) as started, count(*) filter (where state = 'DONE') as done,
          count(*) filter (where state = 'CANCELLED') as cancelled, count(late_at) as late,
          bool_or(exists (select from task_return r where r.task = task.id)) as returned
        from task join goes_on g on g.number = task.request group by 1, 2)
      select coalesce(s.request, t.request) as request, format('journal of “%s”', coalesce(s.name, t.name)) as about,
        format('started %s, done %s, cancelled %s, late %s times', s.started, s.done, s.cancelled, s.late) as expected,
        format('started %s, done %s, cancelled %s, late %s times', t.started, t.done, t.cancelled, t.late) as found
      from stand s full join told t on t.request = s.request and t.name = s.name
      where (s.started, s.done, s.cancelled) is distinct from (t.started, t.done, t.cancelled)
        or s.late is distinct from t.late and not coalesce(s.returned, false)
      order by 1 desc, 2""";

  private static final String PROMISED = """
      select r.number as request, 'promise of the request' as about,
        case when r.working then 'one, open' else 'one, ended' end as expected,
        coalesce(string_agg(lower(p.state), ', '), 'none') as found
      from (select number, state = 'OPEN' and work_ended_at is null as working from request) r
        left join promise p on p.request = r.number and p.of_request
      group by r.number, r.working
      having count(p.id) <> 1 or bool_or((p.state = 'OPEN') <> r.working)
      order by r.number desc""";

  private static final String ONLY_PROMISES = """
      select r.number as request, 'promises to the customer' as about,
        case when r.state = 'OPEN' then 'an open one, because only promises are left' else 'none, because it has ended' end as expected,
        format('%s open', count(p.id)) as found
      from request r left join promise p on p.request = r.number and p.state = 'OPEN' and not p.of_request
      where r.state <> 'OPEN' or r.work_ended_at is not null
      group by r.number, r.state
      having (count(p.id) > 0) <> (r.state = 'OPEN')
      order by r.number desc""";

  private static final String PROMISES_TOLD = GOES_ON + """
      told as (
        select g.survivor as request, count(*) filter (where kind = 'PROMISE_GIVEN') as given, count(*) filter (where kind = 'PROMISE_RENEWED') as renewed,
          count(*) filter (where kind in ('PROMISE_KEPT', 'PROMISE_BROKEN', 'PROMISE_DROPPED')) as settled,
          count(*) filter (where kind = 'PROMISE_TRIED') as tried
        from journal j join goes_on g on g.number = j.request where kind like 'PROMISE_%' group by g.survivor),
      again as (select g.survivor as request, count(*) as times from reopening o join goes_on g on g.number = o.request group by g.survivor),
      stand as (
        select g.survivor as request, count(*) as given, sum(renewals) as renewed,
          count(ended_at) + coalesce((select times from again where again.request = g.survivor), 0) as settled,
          sum((select count(*) from promise_attempt a where a.promise = p.id)) as tried
        from promise p join goes_on g on g.number = p.request group by g.survivor)
      select s.request, 'journal of promises' as about,
        format('given %s, renewed %s, settled %s, tried %s times', s.given, s.renewed, s.settled, s.tried) as expected,
        format('given %s, renewed %s, settled %s, tried %s times', t.given, t.renewed, t.settled, t.tried) as found
      from stand s left join told t on t.request = s.request
      where (s.given, s.renewed, s.settled, s.tried) is distinct from (t.given, t.renewed, t.settled, t.tried)
      order by 1 desc""";

  private static final String CONTACTS = """
      select i.request_number as request, format('contact %s', i.id) as about, 'a request of that number' as expected,
        'none' as found
      from interaction i where i.request_number is not null
        and not exists (select from request r where r.number = i.request_number)
      order by i.id desc""";

  private static final String REOPENED = """
      select r.number as request, 'opening again' as about,
        format('%s times, of which it is open after %s', told.times, (r.state = 'OPEN')::int) as expected,
        format('%s times, of which it is open after %s', count(o.id), count(o.id) filter (where o.ended_at is null)) as found
      from request r join (select request, count(*) as times from journal where kind = 'REOPENED' group by request) told
          on told.request = r.number
        left join reopening o on o.request = r.number
      group by r.number, r.state, told.times
      having count(o.id) <> told.times or count(o.id) filter (where o.ended_at is null) <> (r.state = 'OPEN')::int
      order by r.number desc""";
  private static final String MERGED = """
      select r.number as request, 'contacts' as about, format('none, because it goes on as %s', r.merged_into) as expected,
        format('%s, and %s that count', count(distinct i.id), count(distinct c.interaction)) as found
      from request r left join interaction i on i.request_number = r.number left join repeat_contact c on c.request = r.number
      where r.merged_into is not null
      group by r.number, r.merged_into having count(i.id) + count(c.interaction) > 0
      order by r.number desc""";

  @Override
  public List<Check> checks() {
    return List.of(
        new SqlCheck("requests-owned", "Each open request has an owner who is active.", "request where state = 'OPEN'", OWNED),
        new SqlCheck("requests-promised", "Each request has the promise that came with it, open as long as its work.",
            "request", PROMISED),
        new SqlCheck("only-promises-left", "A request stays open after its work exactly as long as promises to the customer are open.",
            "request where state <> 'OPEN' or work_ended_at is not null", ONLY_PROMISES),
        new SqlCheck("journal-of-promises", "The journal tells of each promise once that it was given, moved, tried and settled; of merged requests together.",
            "promise", PROMISES_TOLD),
        new SqlCheck("journal-of-requests", "The journal tells once that a request was opened, and once how it ended each time.",
            "request", TOLD),
        new SqlCheck("journal-of-tasks", "The journal tells of each task once that it began, and once what became of it; what was returned can be late in each place.",
            "task", TASKS_TOLD),
        new SqlCheck("requests-reopened", "A request that was opened again is open because of the last time at most.",
            "reopening", REOPENED),
        new SqlCheck("requests-merged", "All contacts about a merged request stand with the one as which it goes on.",
            "request where merged_into is not null", MERGED),
        new SqlCheck("contacts-linked", "A contact that names a request names one that exists.",
            "interaction where request_number is not null", CONTACTS));
  }
}
