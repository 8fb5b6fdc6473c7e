-- What the last completion of each task led to, so that it can be taken back.

create table sequel (
  task    bigint primary key references task,
  led_to  jsonb not null
);

-- Answers that were taken back do not count any more; they stand in the form when its step is done again.
alter table answer add column task bigint references task;
alter table answer add column taken_back_at timestamptz;
comment on column answer.task is 'Null for the form that opened the request';
create index answer_task on answer (task) where task is not null;
