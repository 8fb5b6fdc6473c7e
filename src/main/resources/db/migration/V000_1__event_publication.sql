-- The outbox: Spring Modulith's registry of events that a listener has still to deal with (its schema for PostgreSQL, version 1.4).
create table stile.event_publication (
  id               uuid primary key,
  listener_id      text not null,
  event_type       text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date  timestamptz
);
create index event_publication_serialized_event_hash_idx on stile.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on stile.event_publication (completion_date);
