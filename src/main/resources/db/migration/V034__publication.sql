-- What was published when by whom, which types are retired, and what the program last brought with it.

create table publication (
  id       bigint generated always as identity primary key,
  model    text not null check (model <> ''),
  number   integer not null check (number > 0),
  version  text not null unique,
  source   text not null check (source in ('SHIPPED', 'EDITED', 'RESTORED', 'IMPORTED')),
  author   text references employee check (author is not null or source = 'SHIPPED'),
  approver text references employee check (approver <> author),
  note     text not null check (note <> ''),
  at       timestamptz not null,
  unique (model, number)
);
comment on table publication is 'One row for each version of a model, or of a decision table that stands alone; rows are only ever added';
comment on column publication.version is 'The engine''s own name of it';
comment on column publication.author is 'Who published it; null when the program brought it';
comment on column publication.approver is 'Who agreed to it, where the administrator asks for a second person; null if nobody was asked';

create function publication_is_append_only() returns trigger language plpgsql set search_path = stile, public as $$
begin
  raise exception 'publications are append-only' using errcode = 'restrict_violation';
end $$;
create trigger publication_is_append_only before update or delete or truncate on publication
  for each statement execute function publication_is_append_only();

create table retirement (
  model text primary key,
  by    text not null references employee,
  at    timestamptz not null,
  note  text not null check (note <> '')
);
comment on table retirement is 'Request types of which no new request can be opened; those that run go on';

create table shipped_bundle (
  model      text primary key,
  digest     text not null,
  brought_at timestamptz not null,
  offered_at timestamptz,
  answer     text check (answer in ('TAKEN', 'DISMISSED')),
  answered_by text references employee,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (answer is null or offered_at is not null)
);
comment on table shipped_bundle is 'What the program brought last of each model';
comment on column shipped_bundle.offered_at is 'Since when it is offered to the owner, because he has published an edit of his own; null if it was published by itself';

alter table studio_draft add column imported text;
comment on column studio_draft.imported is 'Names the files that the draft was begun with, if they came from elsewhere as a bundle; else null';
