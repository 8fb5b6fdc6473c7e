-- A task that landed in the wrong place is returned, with a reason and words, to where it came from.

create table return_reason (
  key        text primary key check (key ~ '^[a-z][a-z0-9-]{0,62}$'),
  label      text not null check (char_length(label) between 1 and 100),
  retired_at timestamptz
);
create unique index return_reason_label on return_reason (lower(label)) where retired_at is null;
comment on table return_reason is 'Why a task can be returned, as the process owner keeps the list; one that was used is retired, never deleted';

insert into return_reason (key, label) values
  ('information-missing', 'Information is missing'),
  ('not-our-work', 'Not our work'),
  ('step-before-wrong', 'The step before is wrong or not finished'),
  ('not-possible', 'Cannot be done as asked');

create table task_return (
  id              bigint generated always as identity primary key,
  task            bigint not null references task,
  request         text not null references request,
  step            text not null,
  from_department text references department,
  to_department   text references department,
  reason          text not null references return_reason,
  words           text not null check (char_length(words) between 1 and 2000),
  returned_by     text not null references employee,
  returned_at     timestamptz not null,
  home_department text references department,
  home_role       text,
  home_late_at    timestamptz,
  voices_until    timestamptz,
  state           text not null check (state in ('OPEN', 'ANSWERED', 'DISPUTED', 'DECIDED', 'MOVED', 'ENDED')),
  answer          text check (char_length(answer) between 1 and 2000),
  ended_by        text references employee,
  ended_at        timestamptz,
  doer            text,
  moved_to        bigint references task,
  check (from_department is distinct from to_department),
  check ((state in ('OPEN', 'DISPUTED')) = (ended_at is null)),
  check ((state = 'ANSWERED') = (answer is not null)),
  check ((state = 'DECIDED') = (doer is not null)),
  check ((state = 'MOVED') >= (moved_to is not null)),
  check ((state = 'DISPUTED') <= (voices_until is not null))
);
comment on table task_return is 'The returns of tasks; a department that is null is the owner of the request';
comment on column task_return.home_department is 'Where the model puts the task; null with the role of the owner';
comment on column task_return.home_late_at is 'When the task was found late where the model puts it, before it left';
comment on column task_return.voices_until is 'Until when both leads say who does it, exclusive; then the owner decides';
comment on column task_return.doer is 'Who does it after the joint decision: the key of a department, or role-owner';
comment on column task_return.moved_to is 'The task that the model began instead, where it draws a way back';
create unique index task_return_open on task_return (task) where state = 'OPEN';
create unique index task_return_disputed on task_return (task) where state = 'DISPUTED';
create index task_return_task on task_return (task, id);
create index task_return_request on task_return (request, id);
create index task_return_pair on task_return (step, from_department, to_department);
create index task_return_reason on task_return (reason);

alter table task
  add column returned bigint references task_return,
  add column clock_of bigint references task_return,
  add constraint task_returned_has_the_clock check (returned is null or returned = clock_of and state in ('OPEN', 'CLAIMED'));
comment on column task.returned is 'The return that somebody must answer before the task goes on; null if none';
comment on column task.clock_of is 'The return whose clock measures the task while it is not where the model puts it; null if its own clock does';
