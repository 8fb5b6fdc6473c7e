-- What customers were granted: one row a grant, never changed.

-- The row that everybody locks who grants something to a customer in a month.
create table grant_month (
  customer bigint not null references customer,
  month    date not null check (extract(day from month) = 1),
  primary key (customer, month)
);

create table grant_record (
  id         bigint generated always as identity primary key,
  request    text not null references request,
  customer   bigint not null,
  month      date not null,
  cents      bigint not null check (cents > 0),
  currency   text not null check (currency ~ '^[A-Z]{3}$'),
  basis      text not null check (basis in ('AT_ONCE', 'GOODWILL', 'INVESTIGATED')),
  granted_by text not null references employee,
  granted_at timestamptz not null,
  foreign key (customer, month) references grant_month,
  unique (request, basis)
);
comment on column grant_record.month is 'First day of the calendar month, in the zone of the company, that it counts in';
comment on column grant_record.cents is 'Minor units of the currency';
create index grant_record_customer_month on grant_record (customer, month);

create function grants_are_kept() returns trigger language plpgsql set search_path = stile, public as $$
begin
  raise exception 'grants are never changed or removed: what was granted was granted' using errcode = 'restrict_violation';
end $$;
create trigger grants_are_kept before update or delete on grant_record
  for each row execute function grants_are_kept();
create trigger grants_are_not_emptied before truncate on grant_record
  for each statement execute function grants_are_kept();
