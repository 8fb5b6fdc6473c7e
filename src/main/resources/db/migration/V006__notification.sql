-- What the program tells employees in the application.

create table notice (
  id       bigint generated always as identity primary key,
  event    text not null,
  employee text not null references employee,
  kind     text not null,
  request  text not null references request,
  task     bigint references task,
  text     text not null,
  at       timestamptz not null,
  read_at  timestamptz,
  unique (event, employee)
);
comment on column notice.event is 'Names what happened; the same event delivered twice makes one notice';
create index notice_unread on notice (employee, id desc) where read_at is null;
create index notice_employee on notice (employee, id desc);
