-- Mail to customers and employees: each row is one mail, waiting until it has been sent or given up.

alter table employee add column email text check (email ~ '^[^[:space:][:cntrl:]@]+@[^[:space:][:cntrl:]@]+$');
comment on column employee.email is 'Where his mail goes; null: he gets none';

create table mail (
  id          bigint generated always as identity primary key,
  event       text not null,
  template    text not null,
  recipient   text not null,
  name        text not null check (name !~ '[[:cntrl:]]'),
  address     text not null check (address !~ '[[:cntrl:]]'),
  subject     text not null check (subject !~ '[[:cntrl:]]'),
  body_text   text not null,
  body_html   text not null,
  request     text not null references request,
  created_at  timestamptz not null,
  due_at      timestamptz not null,
  tried_since timestamptz,
  failures    int not null default 0,
  error       text,
  sent_at     timestamptz,
  given_up_at timestamptz,
  unique (event, template, recipient),
  check (sent_at is null or given_up_at is null)
);
comment on column mail.event is 'Names what happened; the same event delivered twice makes one mail for each recipient';
comment on column mail.recipient is 'customer: and his id, or employee: and his sign-in name';
comment on column mail.due_at is 'When it is to be tried next';
comment on column mail.tried_since is 'When the first attempt of the present round began to fail; sending again begins a new round';
create index mail_due on mail (due_at, id) where sent_at is null and given_up_at is null;
create index mail_sent on mail (sent_at desc, id desc) where sent_at is not null;
create index mail_given_up on mail (given_up_at) where given_up_at is not null;

-- Each time a mail was handed to the mail server. Written before, in a transaction of its own: an attempt that never ended
-- is one after which nobody knows whether the server took the mail, and the next one may have sent a copy.
create table mail_attempt (
  id       bigint generated always as identity primary key,
  mail     bigint not null references mail,
  at       timestamptz not null,
  ended_at timestamptz,
  error    text
);
create index mail_attempt_mail on mail_attempt (mail, id);
create index mail_attempt_open on mail_attempt (mail) where ended_at is null;
