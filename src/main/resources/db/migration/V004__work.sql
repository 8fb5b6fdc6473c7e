-- The work list: one row for each step for people, written in the engine's transaction.

create table task (
  id         bigint generated always as identity (start with 1001) primary key,
  step       text not null unique,
  request    text not null references request,
  type       text not null,
  customer   bigint not null references customer,
  model      text not null,
  process    text not null,
  step_key   text not null,
  name       text not null,
  form       text,
  department text references department,
  role       text,
  assignee   text references employee,
  state      text not null check (state in ('OPEN', 'CLAIMED', 'DONE', 'CANCELLED')),
  subject    text,
  not_by     text,
  created_at timestamptz not null,
  claimed_at timestamptz,
  ended_at   timestamptz,
  due_at     timestamptz,
  warn_at    timestamptz,
  late_at    timestamptz,
  sort_at    timestamptz not null,
  version    integer not null default 0,
  check ((state = 'CLAIMED') <= (assignee is not null)),
  check ((state = 'OPEN') <= (assignee is null and department is not null)),
  check ((state in ('DONE', 'CANCELLED')) = (ended_at is not null))
);
comment on column task.step is 'The engine''s name for the waiting step';
comment on column task.role is 'The role word of the model, when the step is for a person and not for a department';
comment on column task.subject is 'The step that an escalation is about, or the promise that a renewal is about';
comment on column task.not_by is 'Key of a step of the same request whose worker may not do this one';
comment on column task.sort_at is 'Due instant, or the end of time without one: lists go by it, and then by id';

create index task_queue on task (department, sort_at, id) where state in ('OPEN', 'CLAIMED');
create index task_unclaimed on task (department, sort_at, id) where state = 'OPEN';
create index task_assignee on task (assignee, sort_at, id) where state = 'CLAIMED';
create index task_request on task (request, id);
create index task_live_step on task (process, step_key) where state in ('OPEN', 'CLAIMED');
