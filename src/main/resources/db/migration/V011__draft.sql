-- What employees have typed and not sent yet. Not what was sent: that is in the tables of what it became.

create table draft (
  id         uuid primary key,
  employee   text not null references employee,
  form       text check (form in ('REQUEST', 'CUSTOMER', 'CONTACT', 'NOTE', 'TASK')),
  customer   bigint references customer,
  type       text,
  request    text references request,
  task       bigint references task,
  typed      jsonb,
  page       text,
  count      integer not null default 0,
  version    integer not null,
  began_at   timestamptz not null,
  changed_at timestamptz not null,
  ended_at   timestamptz,
  check ((ended_at is null) = (typed is not null)),
  check (form is not null or ended_at is not null)
);
comment on column draft.id is 'Given to the page before anything is typed, so that a page that saves for the first time twice makes one draft';
comment on column draft.page is 'The loaded page that saved last: saves of one page follow each other by count, saves of two pages by version';
comment on column draft.ended_at is 'When it was sent or discarded. The row stays for a while, so that a save that was still on its way brings nothing back';
comment on column draft.form is 'Null if the draft ended before anything of it was kept';
create index draft_employee on draft (employee, changed_at desc) where ended_at is null;
create index draft_task on draft (task, employee) where ended_at is null and task is not null;
create index draft_age on draft (coalesce(ended_at, changed_at));
