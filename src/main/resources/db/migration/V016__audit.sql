-- Who changed what about the company and the program itself: written in the transaction of the change, never altered.

create table audit (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  actor        text,
  act          text not null check (act <> ''),
  subject_kind text not null check (subject_kind <> ''),
  subject_key  text not null,
  subject_name text not null,
  changes      jsonb not null check (jsonb_typeof(changes) = 'array')
);
comment on table audit is 'What administrators and leads have changed; what happens to a request is in its journal';
comment on column audit.actor is 'Sign-in name of who did it; null when the program did, for example at its first start. No reference: the log must not hinder anything';
comment on column audit.subject_name is 'What people called it at that time';
comment on column audit.changes is 'What was changed, each with before and after in words; never a password or its hash';
create index audit_actor on audit (actor, id desc);
create index audit_subject on audit (subject_kind, subject_key, id desc);
create index audit_at on audit (at, id);

create function audit_is_append_only() returns trigger language plpgsql set search_path = stile, public as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'restrict_violation';
end $$;
create trigger audit_is_append_only before update or delete on audit
  for each statement execute function audit_is_append_only();
create trigger audit_is_not_emptied before truncate on audit
  for each statement execute function audit_is_append_only();
