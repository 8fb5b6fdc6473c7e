-- What requests are given, when they move, for names that they were never asked for.

alter table migration add column given jsonb not null default '{}';
comment on column migration.given is 'Values by name, for requests that were never asked for it; null where it is to be left empty';
