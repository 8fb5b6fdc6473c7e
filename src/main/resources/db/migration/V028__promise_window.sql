-- Anything that was promised to a customer: when, under which number, and who is to keep it.

alter table promise
  add column from_at    timestamptz,
  add column phone      text check (phone ~ '^\+[0-9]{3,17}$'),
  add column keeper     text references employee,
  add column settled_by text references employee,
  add column words      text,
  add column unreached  boolean not null default false;
update promise set keeper = given_by;
alter table promise
  alter column keeper set not null,
  add check (from_at < due_at),
  add check (not of_request or (from_at is null and phone is null)),
  add check (state <> 'OPEN' or (settled_by is null and words is null)),
  add check (not unreached or state = 'KEPT');
comment on column promise.from_at is 'Not before; null if any time until due_at is right';
comment on column promise.keeper is 'Who is to keep it: the promiser, or who took it over';
comment on column promise.unreached is 'Done as promised, but the customer was reached in none of the attempts and was written to';
create index promise_keeper on promise (keeper, due_at, id) where state = 'OPEN' and not of_request;
create index promise_ended on promise (ended_at) where state <> 'OPEN';

create table promise_renewal (
  promise   bigint not null references promise,
  renewal   integer not null check (renewal > 0),
  at        timestamptz not null,
  by        text references employee,
  before_at timestamptz not null,
  due_at    timestamptz not null,
  reason    text not null,
  primary key (promise, renewal)
);
comment on column promise_renewal.by is 'Null for those from before it was kept';
create index promise_renewal_at on promise_renewal (at);
insert into promise_renewal (promise, renewal, at, before_at, due_at, reason)
select substring(clock from 9)::bigint, set_before, at, before_at, due, coalesce(reason, '')
from (select clock, at, due, reason, lag(due) over set as before_at, row_number() over set - 1 as set_before
      from clock_fact where clock like 'promise:%' and kind = 'FIXED' window set as (partition by clock order by id)) renewed
where set_before > 0;

-- A try to reach the customer that did not.
create table promise_attempt (
  id      bigint generated always as identity primary key,
  promise bigint not null references promise,
  at      timestamptz not null,
  by      text not null references employee,
  phone   text check (phone ~ '^\+[0-9]{3,17}$'),
  note    text not null
);
create index promise_attempt_promise on promise_attempt (promise, id);

-- A request whose work has ended stays open while promises other than its own are.
alter table request
  add column work_ended_at timestamptz,
  add column ends_as       text check (ends_as in ('CLOSED', 'WITHDRAWN')),
  add column ends_because  text,
  add check ((work_ended_at is null) = (ends_as is null)),
  add check ((ends_as is null) = (ends_because is null)),
  add check (state = 'OPEN' or ends_as is null or ends_as = state);
comment on column request.work_ended_at is 'When nothing but promises was left of it; null if that was never so';

-- A customer who reached nobody has been in contact all the same.
alter table interaction drop constraint interaction_channel_check;
alter table interaction add constraint interaction_channel_check
  check (channel in ('PHONE', 'MAIL', 'SHOP', 'CHAT', 'LETTER', 'VOICEMAIL', 'MISSED_CALL'));
