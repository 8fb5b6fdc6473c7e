-- The interaction from which each request came. Two requests from one call share it: the customer said it once.

alter table request add column interaction bigint references interaction;
update request r set interaction = (select i.id from interaction i where i.request_number = r.number order by i.at, i.id limit 1);
comment on column request.interaction is 'Null only of requests whose first contact is not known';
create index request_interaction on request (interaction) where interaction is not null;
