-- What the customers were promised, and by when.

create table promise (
  id         bigint generated always as identity primary key,
  request    text not null references request,
  what       text not null,
  of_request boolean not null,
  due_at     timestamptz not null,
  first_due_at timestamptz not null,
  given_by   text not null references employee,
  given_at   timestamptz not null,
  state      text not null check (state in ('OPEN', 'KEPT', 'BROKEN', 'DROPPED')),
  ended_at   timestamptz,
  renewals   integer not null default 0,
  check ((state = 'OPEN') = (ended_at is null))
);
comment on column promise.of_request is 'The promise that came with opening: the whole request will be done';
comment on column promise.first_due_at is 'What was promised first; due_at is what holds now';
create unique index promise_of_request on promise (request) where of_request;
create index promise_open on promise (request, due_at) where state = 'OPEN';
