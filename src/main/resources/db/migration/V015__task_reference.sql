-- The number under which somebody else keeps the same matter: a supplier's, a carrier's. It is kept with a task.

create table task_reference (
  task    bigint primary key references task,
  request text not null references request,
  value   text not null check (value ~ '[^[:space:]]' and length(value) <= 200)
);
comment on table task_reference is 'What it was before stands in the journal';
create index task_reference_request on task_reference (request);
create index task_reference_piece on task_reference using gin (lower(value) public.gin_trgm_ops);

-- A piece that very many have is not worth a look at all of them: the first few hundred do. As in the search for customers,
-- no reading of the whole table.
create function stile.tasks_with_reference_like(typed text, at_most integer)
  returns table (task bigint, request text, value text)
  language sql stable
  set enable_seqscan = off
begin atomic
  select few.task, few.request, few.value
  from (select r.task, r.request, r.value from stile.task_reference r
        where lower(r.value) like '%' || stile.like_literal(lower(typed)) || '%' limit 500) as few
  order by lower(few.value) = lower(typed) desc, length(few.value), few.task desc limit at_most;
end;
