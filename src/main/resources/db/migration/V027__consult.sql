-- Questions to other departments and colleagues about a request. Whoever asks keeps request and task.

create table consult (
  id          bigint generated always as identity primary key,
  request     text not null references request,
  task        bigint references task,
  asker       text not null references employee,
  department  text references department,
  employee    text references employee,
  question    text not null check (question <> ''),
  blocking    boolean not null,
  asked_at    timestamptz not null,
  due_at      timestamptz not null,
  state       text not null check (state in ('OPEN', 'ANSWERED', 'WITHDRAWN', 'DROPPED')),
  answer      text,
  answered_by text references employee,
  ended_at    timestamptz,
  ended_why   text,
  seen_at     timestamptz,
  seen_by     text references employee,
  check (num_nonnulls(department, employee) = 1),
  check ((state = 'OPEN') = (ended_at is null)),
  check ((state = 'ANSWERED') = (answer is not null) and (answer is null) = (answered_by is null)),
  check ((seen_at is null) = (seen_by is null) and (seen_at is null or state = 'ANSWERED'))
);
comment on column consult.task is 'The task from which it was asked and with which it ends; null if it was asked from the request';
comment on column consult.department is 'Who is asked now, if it is a department; otherwise employee';
comment on column consult.blocking is 'Whether somebody needs the answer to go on';
comment on column consult.due_at is 'When the answer is due; moved only when the lead has somebody else answer';
comment on column consult.seen_at is 'When owner or lead took note of the answer: until then the request needs attention';
create index consult_request on consult (request, id);
create index consult_marks on consult (request) where state = 'OPEN' or (state = 'ANSWERED' and seen_at is null);
create index consult_task on consult (task) where task is not null and state = 'OPEN';

-- What was said about a question after it was asked: words that the asker added, and handing it on.
create table consult_word (
  id         bigint generated always as identity primary key,
  consult    bigint not null references consult,
  at         timestamptz not null,
  said_by    text not null references employee,
  words      text not null check (words <> ''),
  department text references department,
  employee   text references employee,
  check (num_nonnulls(department, employee) <= 1)
);
comment on column consult_word.department is 'To whom the question was handed on, if it was, and if it is a department; otherwise employee';
create index consult_word_consult on consult_word (consult, id);

-- How long work lies in a queue until somebody takes it.
alter table task add column picked_up_at timestamptz;
comment on column task.picked_up_at is 'When somebody first took it out of its queue; null if nobody did, or it was given to him';
update task set picked_up_at = claimed_at where department is not null and role is null and claimed_at is not null;
create index task_picked_up on task (department, picked_up_at desc) include (created_at) where picked_up_at is not null;
