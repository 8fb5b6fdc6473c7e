-- Drafts of the studio: one for each model, shared by everybody who may edit it. What is not in a draft is as it was published.

create sequence studio_revision;
comment on sequence studio_revision is 'Revisions of all files of all drafts: none is ever used again, so that a page of a draft thrown away fits no later one';

create table studio_draft (
  model    text primary key,
  based_on text,
  begun_by text not null references employee,
  begun_at timestamptz not null
);
comment on table studio_draft is 'What is being changed in a model, together with its forms and decisions';
comment on column studio_draft.based_on is 'The engine''s name of the version that was newest when the draft was begun; null if none was published';

create table studio_draft_file (
  model    text not null references studio_draft on delete cascade,
  path     text not null,
  content  text check (octet_length(content) <= 1048576),
  revision bigint not null unique,
  saved_by text not null references employee,
  saved_at timestamptz not null,
  primary key (model, path)
);
comment on column studio_draft_file.content is 'Null if the file is to be removed';
comment on column studio_draft_file.revision is 'Of the last save; a save that does not know it is refused';

create table studio_onlooker (
  model    text not null,
  employee text not null references employee,
  file     text not null,
  seen_at  timestamptz not null,
  primary key (model, employee, file)
);
comment on table studio_onlooker is 'Who has a file of a model open; a row is renewed while the page is';
create index studio_onlooker_seen on studio_onlooker (seen_at);
