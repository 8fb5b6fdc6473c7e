-- A mail that says that a task runs out of time is not sent any more once the task waits.

alter table mail
  add column task       bigint references task,
  add column dropped_at timestamptz;
comment on column mail.task is 'The task whose time runs out, if that is what it tells; else null';
comment on column mail.dropped_at is 'When it was not to be sent any more, because what it tells does not hold';
drop index mail_due;
create index mail_due on mail (due_at, id) where sent_at is null and given_up_at is null and dropped_at is null;
create index mail_unsent_task on mail (task) where sent_at is null and dropped_at is null and task is not null;
