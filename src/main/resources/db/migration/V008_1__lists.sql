-- What the lists of the interface for programs are narrowed by: requests newest first, tasks that have ended by their due date.

create index request_opened on request (opened_at desc, number desc);
create index request_state on request (state, opened_at desc, number desc);
create index request_of_owner on request (owner, opened_at desc, number desc);
create index request_type on request (type, opened_at desc, number desc);
create index request_contract on request (contract) where contract is not null;
create index request_told on request using gin (lower(told) public.gin_trgm_ops);

create index task_ended on task (state, sort_at, id) where state in ('DONE', 'CANCELLED');
create index task_ended_queue on task (department, state, sort_at, id) where state in ('DONE', 'CANCELLED');
create index task_ended_assignee on task (assignee, state, sort_at, id) where state in ('DONE', 'CANCELLED');
