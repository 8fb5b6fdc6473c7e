-- Departments, employees, working calendars and absences.
-- Unqualified names on purpose: Flyway makes them in its default schema, stile.

create table calendar (
  key             text primary key check (key ~ '^[a-z][a-z0-9-]*$'),
  name            text not null,
  zone            text not null,
  holiday_country text check (holiday_country ~ '^[a-z]{2}$'),
  holiday_region  text,
  check (holiday_region is null or holiday_country is not null)
);
comment on table calendar is 'When a department works; weekly spans and special days hang on it';
comment on column calendar.holiday_region is 'Region within the country, as the holiday library names it; parts separated by a slash: by, by/mu';

-- closes 00:00 means the end of the day (24:00): a Java LocalTime has no other way to say so.
create table calendar_span (
  calendar text not null references calendar,
  day      smallint not null check (day between 1 and 7),
  opens    time not null,
  closes   time not null,
  primary key (calendar, day, opens),
  check (closes = '00:00' or opens < closes)
);
comment on column calendar_span.day is 'ISO day of the week, Monday is 1';

-- A day with neither opens nor closes is closed; several rows of one day are several spans.
create table calendar_special_day (
  calendar text not null references calendar,
  day      date not null,
  name     text not null,
  opens    time,
  closes   time,
  unique nulls not distinct (calendar, day, opens),
  check ((opens is null) = (closes is null)),
  check (opens is null or closes = '00:00' or opens < closes)
);

create table employee (
  sign_in       text primary key check (sign_in ~ '^[a-z0-9][a-z0-9.-]*$'),
  name          text not null check (name <> ''),
  password_hash text not null,
  active        boolean not null default true,
  zone          text not null
);
comment on column employee.active is 'Employed and allowed to sign in; who has left stays, because journals name him';

create table employee_role (
  employee text not null references employee,
  role     text not null check (role in ('FRONT_OFFICE', 'BACK_OFFICE', 'LEAD', 'PROCESS_OWNER', 'MANAGER', 'ADMINISTRATOR')),
  primary key (employee, role)
);

create table department (
  key      text primary key check (key ~ '^[a-z][a-z0-9-]*$'),
  name     text not null check (name <> ''),
  lead     text not null references employee,
  calendar text not null references calendar
);

create table membership (
  department text not null references department,
  employee   text not null references employee,
  primary key (department, employee)
);
create index membership_employee on membership (employee);

create table absence (
  id         bigint generated always as identity primary key,
  employee   text not null references employee,
  from_at    timestamptz not null,
  until_at   timestamptz not null,
  kind       text not null check (kind in ('VACATION', 'SICK', 'TRAINING', 'OTHER')),
  check (from_at < until_at)
);
create index absence_employee on absence (employee, until_at);
