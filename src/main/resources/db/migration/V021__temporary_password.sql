-- A password that somebody else has given must be changed before anything else is done.
alter table employee add column password_temporary boolean not null default false;
comment on column employee.password_temporary is 'Somebody else knows it, because he gave it';
