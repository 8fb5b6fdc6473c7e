package io.stile.consistency;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the questions to departments and colleagues with their processes, their tasks and the requests they are about. */
@Component
@Order(6)
class ConsultChecks implements Checks {

  private static final String STEPS = """
      select c.request, format('question %s', c.id) as about,
        format('a task for %s, due %s', coalesce(c.department, c.employee), c.due_at) as expected,
        coalesce(string_agg(format('%s for %s, due %s', t.id, coalesce(t.department, t.assignee), t.due_at), ', '), 'none') as found
      from consult c left join task t on t.request = c.request and t.process = 'consult' and t.subject = c.id::text
        and t.step_key = 'UserTask_AnswerQuestion' and t.state in ('OPEN', 'CLAIMED')
      where c.state = 'OPEN'
      group by c.id
      having count(t.id) <> 1 or bool_or(coalesce(t.department, t.assignee) <> coalesce(c.department, c.employee)
        or t.due_at <> c.due_at)
      order by c.request desc""";

  private static final String ENDED = """
      select c.request, format('question %s', c.id) as about, 'ended with its request and its task' as expected,
        format('open; request %s, task %s', lower(r.state), coalesce(lower(t.state), 'none')) as found
      from consult c join request r on r.number = c.request left join task t on t.id = c.task
      where c.state = 'OPEN' and (r.state <> 'OPEN' or t.state in ('DONE', 'CANCELLED') or t.request <> c.request)
      order by c.request desc""";

  @Override
  public List<Check> checks() {
    return List.of(
        new ProtocolCheck("questions-run", "Each open question is one process, and no other question is.", "consult", "question",
            "select id::text, request from consult where state = 'OPEN'"),
        new SqlCheck("questions-wait", "Each open question has one task to answer it, for who is asked and due when it is.",
            "consult where state = 'OPEN'", STEPS),
        new SqlCheck("questions-end", "No question is open whose request or task has ended.", "consult where state = 'OPEN'", ENDED));
  }
}
