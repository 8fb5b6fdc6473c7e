-- Customers, their contracts and every contact with them, with the indexes that make finding fast.

-- One spelling for names that are written in several: lower case, without accents, ue for ü the same as u.
-- Immutable, so that it can be indexed: the dictionary is named, and nobody edits its rules.
create function stile.folded(typed text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(lower(public.unaccent('public.unaccent'::regdictionary, typed)), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');

-- The text as a literal inside a LIKE pattern; escaped after folding, because folding can yield a % (from a full-width one).
create function stile.like_literal(typed text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(typed, '\', '\\'), '%', '\%'), '_', '\_');

create table stile.customer (
  id          bigint generated always as identity primary key,
  name        text not null check (name <> ''),
  name_folded text not null generated always as (stile.folded(name)) stored,
  phone       text check (phone ~ '^\+[0-9]{3,17}$'),
  email       text,
  tier        text not null default 'STANDARD' check (tier in ('STANDARD', 'GOLD')),
  created_at  timestamptz not null,
  version     integer not null default 0
);
comment on column stile.customer.phone is 'E.164; two customers can share one number';

create index customer_name on stile.customer using gin (name_folded public.gin_trgm_ops);
create index customer_phone on stile.customer using gin (phone public.gin_trgm_ops);
create index customer_phone_exact on stile.customer (phone);
create index customer_email on stile.customer using gin (lower(email) public.gin_trgm_ops);
create index customer_email_exact on stile.customer (lower(email));
create index customer_email_before_at on stile.customer using gin (split_part(lower(email), '@', 1) public.gin_trgm_ops);

-- These settings belong to the searches: how similar is similar enough, and no reading of the whole table, to which the planner
-- is tempted because it takes comparing trigrams to be as cheap as comparing numbers.

-- Compares with the best-fitting part of the name: "Stoen" has half of its trigrams in common with "Ada Stone".
create function stile.customers_named_like(typed text, at_most integer)
  returns table (id bigint, name text, score double precision)
  language sql stable
  set pg_trgm.word_similarity_threshold = 0.5
  set enable_seqscan = off
begin atomic
  select c.id, c.name, 0.7 * public.word_similarity(stile.folded(typed), c.name_folded)
                       + 0.2 * public.similarity(stile.folded(typed), c.name_folded) as score
  from stile.customer c
  where c.name_folded operator(public.%>) stile.folded(typed)
  order by score desc, c.id limit at_most;
end;

-- A piece that very many have (example) is not worth a look at all of them: the first few hundred do.
create function stile.customers_with_piece_of_email(typed text, at_most integer)
  returns table (id bigint, email text, score double precision)
  language sql stable
  set enable_seqscan = off
begin atomic
  select few.id, few.email, length(typed)::double precision / length(few.email) as score
  from (select c.id, c.email from stile.customer c
        where lower(c.email) like '%' || stile.like_literal(lower(typed)) || '%' limit 500) as few
  order by score desc, few.id limit at_most;
end;

-- Compares the part before the at sign only: what follows is the same for half of all customers.
create function stile.customers_with_email_like(typed text, at_most integer)
  returns table (id bigint, email text, score double precision)
  language sql stable
  set pg_trgm.similarity_threshold = 0.5
  set enable_seqscan = off
begin atomic
  select c.id, c.email, 0.8 * public.similarity(split_part(lower(c.email), '@', 1), split_part(lower(typed), '@', 1)) as score
  from stile.customer c
  where split_part(lower(c.email), '@', 1) operator(public.%) split_part(lower(typed), '@', 1)
  order by score desc, c.id limit at_most;
end;

-- Since, open balance and device class can be unknown: the front office clarifies them then.
create table stile.contract (
  number             text primary key check (number ~ '^[A-Z]{1,3}-[0-9]{4,12}$'),
  digits             text not null generated always as (split_part(number, '-', 2)) stored,
  customer           bigint not null references stile.customer,
  since              date,
  open_balance_cents bigint,
  currency           text not null check (currency ~ '^[A-Z]{3}$'),
  device_class       text check (device_class in ('BASIC', 'STANDARD', 'PREMIUM')),
  phone_number       text check (phone_number ~ '^\+[0-9]{3,17}$')
);
comment on column stile.contract.open_balance_cents is 'What the customer owes, in minor units of the currency; negative is a credit';

create index contract_customer on stile.contract (customer);
create index contract_digits on stile.contract (digits text_pattern_ops);
create index contract_phone on stile.contract using gin (phone_number public.gin_trgm_ops);
create index contract_phone_exact on stile.contract (phone_number);

create table stile.interaction (
  id             bigint generated always as identity primary key,
  customer       bigint not null references stile.customer,
  request_number text,
  channel        text not null check (channel in ('PHONE', 'MAIL', 'SHOP', 'CHAT', 'LETTER')),
  direction      text not null check (direction in ('IN', 'OUT')),
  at             timestamptz not null,
  employee       text references stile.employee,
  said           text not null
);
comment on column stile.interaction.employee is 'Who spoke with the customer; null when nobody did, as with a mail that came in';

create index interaction_customer on stile.interaction (customer, at desc, id desc);
create index interaction_request on stile.interaction (request_number, at, id) where request_number is not null;
