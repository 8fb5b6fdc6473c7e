-- A notice can be about something else than a request: it then says itself where it leads.

alter table notice
  alter column request drop not null,
  add column href text check (href like '/%'),
  add check ((request is null) = (href is not null));
comment on column notice.href is 'Where it leads if it is about no request, from the root; else null';
