-- Publications that wait: for the approval of a second person, or for their date. What waits is kept as it was asked for.

create table publication_rule (
  only_row boolean primary key default true check (only_row),
  approval text not null check (approval in ('NONE', 'SOME', 'ALL')),
  version  integer not null default 0
);
comment on table publication_rule is 'For which models a second person has to approve a publication';
insert into publication_rule (approval) values ('NONE');

create table publication_rule_model (
  model text primary key
);
comment on table publication_rule_model is 'The models for which it holds if it holds for some';

create table planned_publication (
  id          bigint generated always as identity primary key,
  model       text not null check (model <> ''),
  source      text not null check (source in ('EDITED', 'RESTORED', 'IMPORTED')),
  note        text not null check (note <> ''),
  author      text not null references employee,
  drawn_by    text[] not null,
  based_on    text,
  digest      text not null,
  asked_at    timestamptz not null,
  publish_at  timestamptz,
  approval    boolean not null,
  approver    text references employee,
  approved_at timestamptz,
  state       text not null check (state in ('WAITING', 'PLANNED', 'PUBLISHED', 'DECLINED', 'CANCELLED', 'REFUSED', 'VOID')),
  ended_at    timestamptz,
  ended_by    text references employee,
  outcome     text,
  check ((state in ('WAITING', 'PLANNED')) = (ended_at is null)),
  check (state <> 'WAITING' or approval and approver is null),
  check (state <> 'PLANNED' or publish_at is not null and (not approval or approver is not null)),
  check ((approver is null) = (approved_at is null)),
  check (approver <> author and not approver = any(drawn_by)),
  check (state <> 'DECLINED' or outcome is not null)
);
comment on column planned_publication.drawn_by is 'Who saved something in the draft: none of them can be the second person';
comment on column planned_publication.based_on is 'The engine''s name of the version that was newest when the draft was begun; null if none was published';
comment on column planned_publication.digest is 'Of the files; a draft with another one is not what was asked for';
comment on column planned_publication.ended_by is 'Who cancelled or declined it; null otherwise';
comment on column planned_publication.outcome is 'Why it was declined, refused or void; null otherwise';
create unique index planned_publication_open on planned_publication (model) where state in ('WAITING', 'PLANNED');
create index planned_publication_due on planned_publication (publish_at, id) where state = 'PLANNED';
create index planned_publication_model on planned_publication (model, id desc);

create table planned_publication_file (
  plan    bigint not null references planned_publication on delete cascade,
  path    text not null,
  content bytea not null,
  primary key (plan, path)
);
