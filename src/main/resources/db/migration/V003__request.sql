-- A request, who owns it when, its clocks and its journal.

create sequence request_number start 100001;

create table request (
  number       text primary key check (number ~ '^SR-[0-9]+$'),
  type         text not null,
  type_name    text not null,
  model        text not null,
  state        text not null check (state in ('OPEN', 'CLOSED', 'WITHDRAWN')),
  customer     bigint not null references customer,
  contract     text references contract,
  owner        text not null references employee,
  opener       text not null references employee,
  opened_at    timestamptz not null,
  due_at       timestamptz not null,
  closed_at    timestamptz,
  outcome      text,
  channel      text not null,
  told         text not null,
  verification_method text,
  verification_result text,
  check ((state = 'OPEN') = (closed_at is null)),
  check (closed_at >= opened_at)
);
comment on column request.model is 'The version of the model that it runs on, as the engine names it';
comment on column request.due_at is 'The end-to-end target; set at opening and never moved';
create index request_owner on request (owner, due_at, number) where state = 'OPEN';
create index request_customer on request (customer, opened_at desc);
create index request_open on request (due_at, number) where state = 'OPEN';

-- Who was accountable from when until when. A request has exactly one owner at each instant from open to close: two tenures
-- never overlap, and at commit they cover the open time without a gap.
create table tenure (
  id       bigint generated always as identity primary key,
  request  text not null references request deferrable initially deferred,
  owner    text not null references employee,
  during   tstzrange not null check (lower(during) is not null and not lower_inf(during) or isempty(during)),
  given_by text not null references employee,
  reason   text,
  exclude using gist (request with =, during with &&)
);
create index tenure_owner on tenure (owner);

create function check_tenures(of_request text) returns void language plpgsql set search_path = stile, public as $$
declare
  asked   request%rowtype;
  covered tstzmultirange;
  last    text;
begin
  select * into asked from request where number = of_request;
  if not found then
    return;
  end if;
  select coalesce(range_agg(during), '{}'::tstzmultirange) into covered from tenure where request = of_request;
  if covered <> tstzmultirange(tstzrange(asked.opened_at, asked.closed_at, '[)')) then
    raise exception 'request % must have an owner from % until %, but has one only in %',
      of_request, asked.opened_at, coalesce(asked.closed_at::text, 'it closes'), covered
      using errcode = 'check_violation', constraint = 'tenure_covers_open_time';
  end if;
  select owner into last from tenure where request = of_request order by id desc limit 1;
  if last is distinct from asked.owner then
    raise exception 'request % names % as its owner, but the last tenure is that of %', of_request, asked.owner, last
      using errcode = 'check_violation', constraint = 'tenure_names_owner';
  end if;
end $$;

create function tenure_changed() returns trigger language plpgsql set search_path = stile, public as $$
begin
  if tg_op <> 'INSERT' then
    perform check_tenures(old.request);
  end if;
  if tg_op <> 'DELETE' then
    perform check_tenures(new.request);
  end if;
  return null;
end $$;

create function request_changed() returns trigger language plpgsql set search_path = stile, public as $$
begin
  perform check_tenures(new.number);
  return null;
end $$;

create constraint trigger tenure_covers_open_time after insert or update or delete on tenure
  deferrable initially deferred for each row execute function tenure_changed();
create constraint trigger request_has_owner after insert or update of owner, opened_at, closed_at, state on request
  deferrable initially deferred for each row execute function request_changed();

-- What happened to a request. Append-only: everything that tells its story is derived from it.
create table journal (
  id      bigint generated always as identity primary key,
  request text not null references request,
  at      timestamptz not null,
  kind    text not null,
  actor   text references employee,
  details jsonb not null
);
comment on column journal.actor is 'Who did it; null when the platform did, for example because a clock ran out';
create index journal_request on journal (request, id);

create function journal_is_append_only() returns trigger language plpgsql set search_path = stile, public as $$
begin
  raise exception 'the journal is append-only' using errcode = 'restrict_violation';
end $$;
create trigger journal_is_append_only before update or delete on journal
  for each statement execute function journal_is_append_only();

-- The facts of each clock; due dates and lateness are computed from them.
create table clock_fact (
  id       bigint generated always as identity primary key,
  request  text not null references request,
  clock    text not null,
  at       timestamptz not null,
  kind     text not null check (kind in ('STARTED', 'FIXED', 'PAUSED', 'RESUMED', 'CHANGED', 'MET')),
  target   text,
  calendar text references calendar,
  due      timestamptz,
  reason   text
);
comment on column clock_fact.clock is 'end-to-end, or task: and the id of a task, or promise: and the id of a promise';
create index clock_fact_clock on clock_fact (request, clock, id);

-- What was answered on the forms, step by step; never changed afterwards.
create table answer (
  id       bigint generated always as identity primary key,
  request  text not null references request,
  step     text not null,
  form     text not null,
  at       timestamptz not null,
  employee text not null references employee,
  fields   jsonb not null
);
create index answer_request on answer (request, id);
