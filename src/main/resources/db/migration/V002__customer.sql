-- Customers, their contracts and every contact with them, with the indexes that make finding fast.

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- One spelling for names that are written in several: lower case, without accents, ue for ü the same as u.
-- Immutable, so that it can be indexed: the dictionary is named, and nobody edits its rules.
create function folded(typed text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(lower(public.unaccent('public.unaccent'::regdictionary, typed)), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');

-- The text as a literal inside a LIKE pattern; escaped after folding, because folding can yield a % (from a full-width one).
create function like_literal(typed text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(typed, '\', '\\'), '%', '\%'), '_', '\_');

create table customer (
  id          bigint generated always as identity primary key,
  name        text not null check (name <> ''),
  name_folded text not null generated always as (folded(name)) stored,
  phone       text check (phone ~ '^\+[0-9]{3,17}$'),
  email       text,
  tier        text not null default 'STANDARD' check (tier in ('STANDARD', 'GOLD')),
  created_at  timestamptz not null,
  version     integer not null default 0
);
comment on column customer.phone is 'E.164; two customers can share one number';

create index customer_name on customer using gin (name_folded public.gin_trgm_ops);
create index customer_phone on customer using gin (phone public.gin_trgm_ops);
create index customer_phone_exact on customer (phone);
create index customer_email on customer using gin (lower(email) public.gin_trgm_ops);
create index customer_email_exact on customer (lower(email));

-- Since, open balance and device class can be unknown: the front office clarifies them then.
create table contract (
  number             text primary key check (number ~ '^[A-Z]{1,3}-[0-9]{4,12}$'),
  digits             text not null generated always as (split_part(number, '-', 2)) stored,
  customer           bigint not null references customer,
  since              date,
  open_balance_cents bigint,
  currency           text not null check (currency ~ '^[A-Z]{3}$'),
  device_class       text check (device_class in ('BASIC', 'STANDARD', 'PREMIUM')),
  phone_number       text check (phone_number ~ '^\+[0-9]{3,17}$')
);
comment on column contract.open_balance_cents is 'What the customer owes, in minor units of the currency; negative is a credit';

create index contract_customer on contract (customer);
create index contract_digits on contract (digits text_pattern_ops);
create index contract_phone on contract using gin (phone_number public.gin_trgm_ops);
create index contract_phone_exact on contract (phone_number);

create table interaction (
  id             bigint generated always as identity primary key,
  customer       bigint not null references customer,
  request_number text,
  channel        text not null check (channel in ('PHONE', 'MAIL', 'SHOP', 'CHAT', 'LETTER')),
  direction      text not null check (direction in ('IN', 'OUT')),
  at             timestamptz not null,
  employee       text references employee,
  said           text not null
);
comment on column interaction.employee is 'Who spoke with the customer; null when nobody did, as with a mail that came in';

create index interaction_customer on interaction (customer, at desc, id desc);
create index interaction_request on interaction (request_number, at, id) where request_number is not null;
