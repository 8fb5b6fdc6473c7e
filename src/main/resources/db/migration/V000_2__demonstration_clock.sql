-- How far the demonstration's clock is ahead of the real time. It lies here so that a restart and every node agree; unused in production.
create table stile.demonstration_clock (
  single   boolean primary key default true check (single),
  ahead_ms bigint not null default 0 check (ahead_ms >= 0)
);
insert into stile.demonstration_clock default values;
