-- Moves of running requests to another version of their model, and what became of each request.

create table migration (
  id            bigint generated always as identity primary key,
  model         text not null,
  target        text not null,
  target_number integer not null check (target_number > 0),
  new_targets   boolean not null,
  routes        jsonb not null,
  state         text not null check (state in ('RUNNING', 'PAUSED', 'DONE')),
  started_by    text not null references employee,
  started_at    timestamptz not null,
  ended_at      timestamptz,
  check ((state = 'DONE') = (ended_at is not null)),
  check (ended_at >= started_at)
);
comment on column migration.model is 'Key of the request type';
comment on column migration.target is 'The version to which they move, as the engine names it';
comment on column migration.routes is 'Where each place goes, by the version from which requests come';
create unique index migration_one_at_a_time on migration (model) where state <> 'DONE';
create index migration_model on migration (model, id);

create table migration_item (
  migration   bigint not null references migration,
  request     text not null references request,
  from_model  text not null,
  from_number integer not null check (from_number > 0),
  outcome     text not null check (outcome in ('PENDING', 'MOVED', 'STAYED')),
  reason      text,
  at          timestamptz,
  primary key (migration, request),
  check ((outcome = 'PENDING') = (at is null)),
  check ((outcome = 'STAYED') = (reason is not null))
);
create index migration_item_pending on migration_item (migration, request) where outcome = 'PENDING';
create index migration_item_request on migration_item (request);
