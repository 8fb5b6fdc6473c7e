-- What administrators change: versions against lost changes, departments that are given up, deputies, shifts, and calendars
-- whose week changes on a date.

alter table employee add column version integer not null default 0;
alter table department add column version integer not null default 0;
alter table department add column active boolean not null default true;
comment on column department.active is 'Whether work can come in; one that was given up stays, because tasks that ended name it';

create index employee_name on employee (name, sign_in);

alter table absence add column deputy text references employee;
alter table absence add check (deputy <> employee);
alter table absence add constraint absence_no_overlap
  exclude using gist (employee with =, tstzrange(from_at, until_at) with &&);
comment on column absence.deputy is 'Who stands in for him meanwhile; somebody who is not absent then himself';
create index absence_deputy on absence (deputy, until_at) where deputy is not null;

-- Who is on duty when, week by week; without one an employee is on duty while his departments are open.
create table shift (
  id        bigint generated always as identity primary key,
  employee  text not null references employee,
  from_day  date not null,
  until_day date,
  check (until_day is null or from_day < until_day),
  constraint shift_no_overlap exclude using gist (employee with =, daterange(from_day, until_day) with &&)
);
comment on column shift.from_day is 'First day, inclusive, in the zone of the employee';
comment on column shift.until_day is 'First day on which it no longer holds; null: until further notice';

create table shift_span (
  shift  bigint not null references shift on delete cascade,
  day    smallint not null check (day between 1 and 7),
  begins time not null,
  ends   time not null,
  primary key (shift, day, begins),
  check (ends = '00:00' or begins < ends)
);
comment on column shift_span.ends is '00:00 means the end of the day';

-- The week and the holidays of a calendar hold from a date until the next version's. What has passed is never changed.
create table calendar_version (
  calendar        text not null references calendar,
  valid_from      date not null,
  holiday_country text check (holiday_country ~ '^[a-z]{2}$'),
  holiday_region  text,
  published_by    text,
  published_at    timestamptz,
  primary key (calendar, valid_from),
  check (holiday_region is null or holiday_country is not null)
);
comment on column calendar_version.valid_from is 'First day, in the zone of the calendar; 0001-01-01 for the first version, which has no beginning';
comment on column calendar_version.holiday_region is 'Region within the country, as the holiday library names it; parts separated by a slash: by, by/mu';
comment on column calendar_version.published_by is 'Sign-in name; null: the program itself, at its first start';
insert into calendar_version (calendar, valid_from, holiday_country, holiday_region)
  select key, '0001-01-01', holiday_country, holiday_region from calendar;

alter table calendar_span add column valid_from date not null default '0001-01-01';
alter table calendar_span alter column valid_from drop default;
alter table calendar_span drop constraint calendar_span_pkey;
alter table calendar_span drop constraint calendar_span_calendar_fkey;
alter table calendar_span add primary key (calendar, valid_from, day, opens);
alter table calendar_span add foreign key (calendar, valid_from) references calendar_version on delete cascade;

alter table calendar drop column holiday_country;
alter table calendar drop column holiday_region;
alter table calendar add column version integer not null default 0;
comment on table calendar is 'When a department works; versions with their weekly spans and special days hang on it';
