-- Nothing comes to somebody at the very instant at which he is let go. Whoever lets him go holds his row; what comes to him waits
-- for that here and then sees that he has left. The error is that of somebody who was slower: the work is done once more, and
-- finds another one or says why not.

create function is_given_to_somebody_here() returns trigger language plpgsql set search_path = stile, public as $$
declare
  who text := to_jsonb(new) ->> tg_argv[0];
begin
  if who is not null then
    perform 1 from employee where sign_in = who and active for key share;
    if not found then
      raise exception '% has left; nothing can be given to him', who using errcode = 'serialization_failure';
    end if;
  end if;
  return null;
end $$;

create trigger request_opened_for_somebody_here after insert on request
  for each row execute function is_given_to_somebody_here('owner');
create trigger request_moved_to_somebody_here after update of owner on request
  for each row when (new.owner is distinct from old.owner) execute function is_given_to_somebody_here('owner');
create trigger task_given_to_somebody_here after update of assignee on task
  for each row when (new.assignee is distinct from old.assignee) execute function is_given_to_somebody_here('assignee');
