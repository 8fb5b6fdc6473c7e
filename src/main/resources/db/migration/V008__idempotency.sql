-- The answers that programs got to calls which they named by an Idempotency-Key: a repeated call gets the first one's.

create table idempotency (
  sign_in      text not null,
  key          text not null,
  request_hash bytea not null,
  token        uuid not null,
  created_at   timestamptz not null,
  worked       boolean not null default false,
  status       smallint check (status between 200 and 499),
  location     text,
  content_type text,
  body         bytea,
  primary key (sign_in, key),
  check ((status is null) = (body is null))
);
comment on column idempotency.request_hash is 'SHA-256 of method, path, query and body: the same key must not name another call';
comment on column idempotency.token is 'Which attempt at the call the row belongs to: one that was taken over can neither commit nor answer any more';
comment on column idempotency.worked is 'Set in the transaction of the work itself: whether it has been done, even if nobody came to keep the answer';
comment on column idempotency.status is 'Null while the call is being worked on';
create index idempotency_age on idempotency (created_at);
