-- Links with which an employee sets his password once, instead of being told one.

create table sign_in_link (
  employee   text primary key references employee,
  token_hash bytea not null unique,
  expires_at timestamptz not null
);
comment on table sign_in_link is 'At most one for each employee: a new one replaces the one before. A used one is gone';
comment on column sign_in_link.token_hash is 'SHA-256 of the token in the address: whoever reads the table can use nothing';
