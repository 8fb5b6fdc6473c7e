-- Warm hand-overs: a conversation with a customer is passed on to somebody who is on duty now.

create table warm_hand_over (
  id         bigint generated always as identity (start with 1001) primary key,
  request    text not null references request,
  department text references department,
  employee   text references employee,
  words      text not null,
  offered_by text not null references employee,
  offered_at timestamptz not null,
  state      text not null check (state in ('OPEN', 'TAKEN', 'MISSED', 'DROPPED')),
  taken_by   text references employee check (taken_by <> offered_by),
  ended_at   timestamptz,
  check ((department is null) <> (employee is null)),
  check ((state = 'TAKEN') = (taken_by is not null)),
  check ((state = 'OPEN') = (ended_at is null))
);
comment on column warm_hand_over.words is 'What the colleague should know before he speaks; may be empty';
create unique index warm_hand_over_open on warm_hand_over (request) where state = 'OPEN';
create index warm_hand_over_request on warm_hand_over (request, id);
