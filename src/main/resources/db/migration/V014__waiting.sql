-- A task can wait for the customer or for a third party until a review date; its clock stands still meanwhile.

alter table task
  add column waiting_for    text check (waiting_for in ('CUSTOMER', 'THIRD_PARTY')),
  add column waiting_since  timestamptz,
  add column waiting_until  timestamptz,
  add column waiting_reason text,
  add column waiting_by     text references employee,
  add constraint task_waits_wholly_or_not_at_all check (num_nonnulls(waiting_for, waiting_since, waiting_until,
    waiting_reason, waiting_by) in (0, 5)),
  add constraint task_waits_while_live check (waiting_for is null or state in ('OPEN', 'CLAIMED')),
  add constraint task_waits_forward check (waiting_until > waiting_since);
comment on column task.waiting_until is 'The review date: when the wait ends at the latest, inclusive';
comment on column task.sort_at is 'Due instant, or the end of time without one; while the task waits, its review date six thousand years later: lists go by it, and then by id';

create index task_waiting_request on task (request) where waiting_for is not null;

comment on column clock_fact.at is 'When it happened; a RESUMED that lies ahead is the planned end of a pause, and is brought forward when the pause ends earlier';
