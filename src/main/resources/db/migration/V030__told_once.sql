-- Told once: requests that were opened again, linked, merged, and about which the customer got in touch again.

-- A request that was closed and opened again. Between the two instants nobody owned it.
create table reopening (
  id        bigint generated always as identity (start with 1001) primary key,
  request   text not null references request,
  closed_at timestamptz not null,
  outcome   text not null,
  at        timestamptz not null,
  by        text not null references employee,
  reason    text not null,
  ended_at  timestamptz check (ended_at >= at),
  check (at >= closed_at and at - closed_at < interval '168 hours')
);
comment on column reopening.closed_at is 'When the request had ended before; it is opened again within seven days';
comment on column reopening.outcome is 'How it had ended before';
create unique index reopening_open on reopening (request) where ended_at is null;
create index reopening_request on reopening (request, id);

create or replace function check_tenures(of_request text) returns void language plpgsql set search_path = stile, public as $$
declare
  asked    request%rowtype;
  expected tstzmultirange;
  covered  tstzmultirange;
  last     text;
begin
  select * into asked from request where number = of_request;
  if not found then
    return;
  end if;
  select coalesce(range_agg(during), '{}'::tstzmultirange) into covered from tenure where request = of_request;
  select tstzmultirange(tstzrange(asked.opened_at, asked.closed_at, '[)'))
      - coalesce(range_agg(tstzrange(r.closed_at, r.at, '[)')), '{}'::tstzmultirange)
    into expected from reopening r where r.request = of_request;
  if covered <> expected then
    raise exception 'request % must have an owner in %, but has one only in %', of_request, expected, covered
      using errcode = 'check_violation', constraint = 'tenure_covers_open_time';
  end if;
  select owner into last from tenure where request = of_request order by id desc limit 1;
  if last is distinct from asked.owner then
    raise exception 'request % names % as its owner, but the last tenure is that of %', of_request, asked.owner, last
      using errcode = 'check_violation', constraint = 'tenure_names_owner';
  end if;
end $$;

create constraint trigger reopening_has_owner after insert or update or delete on reopening
  deferrable initially deferred for each row execute function tenure_changed();

-- The running number of a request, without its check digit: it grows with each request that is opened.
create function request_order(number text) returns bigint language sql immutable strict parallel safe
  return substring(number from 4)::bigint / 10;

-- Two requests that belong together. The one that was opened earlier always stands first, so that no way leads round in a circle.
create table request_link (
  id      bigint generated always as identity primary key,
  earlier text not null references request,
  later   text not null references request,
  kind    text not null check (kind in ('RELATED', 'SAME_MATTER', 'FOLLOW_UP')),
  at      timestamptz not null,
  by      text not null references employee,
  unique (earlier, later),
  check (stile.request_order(earlier) < stile.request_order(later))
);
create index request_link_later on request_link (later);

-- A request that goes on as another one. It has ended for good, so what goes on is never itself part of what it takes in.
alter table request add column merged_into text references request;
alter table request add check (merged_into is null or (state = 'CLOSED' and merged_into <> number));
create index request_merged on request (merged_into) where merged_into is not null;

create function merge_ends_in_an_open_request() returns trigger language plpgsql set search_path = stile, public as $$
declare
  target request%rowtype;
begin
  if old.merged_into is not null then
    raise exception '% was merged into % for good', old.number, old.merged_into
      using errcode = 'check_violation', constraint = 'merged_for_good';
  end if;
  select * into target from request where number = new.merged_into for no key update;
  if target.state is distinct from 'OPEN' then
    raise exception '% cannot be merged into %, which is not open', new.number, new.merged_into
      using errcode = 'check_violation', constraint = 'merged_into_an_open_request';
  end if;
  return new;
end $$;
create trigger merge_ends_in_an_open_request before update of merged_into on request
  for each row when (old.merged_into is distinct from new.merged_into) execute function merge_ends_in_an_open_request();

-- The contacts in which a customer came back about a request that was open already.
create table repeat_contact (
  interaction bigint primary key references interaction,
  request     text not null references request
);
create index repeat_contact_request on repeat_contact (request);
