-- Emptying a table at once passes by the triggers on its rows.

create trigger journal_is_not_emptied before truncate on journal
  for each statement execute function journal_is_append_only();

create function tenures_are_kept() returns trigger language plpgsql set search_path = stile, public as $$
begin
  raise exception 'tenures are never emptied: every open request needs its owner' using errcode = 'restrict_violation';
end $$;
create trigger tenures_are_kept before truncate on tenure
  for each statement execute function tenures_are_kept();
