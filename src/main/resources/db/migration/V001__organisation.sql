-- Departments, employees, working calendars and absences.

create table stile.calendar (
  key             text primary key check (key ~ '^[a-z][a-z0-9-]*$'),
  name            text not null,
  zone            text not null,
  holiday_country text check (holiday_country ~ '^[a-z]{2}$'),
  holiday_region  text,
  check (holiday_region is null or holiday_country is not null)
);
comment on table stile.calendar is 'When a department works; weekly spans and special days hang on it';
comment on column stile.calendar.holiday_region is 'Region within the country, as the holiday library names it; parts separated by a slash: by, by/mu';

-- closes 00:00 means the end of the day (24:00): a Java LocalTime has no other way to say so.
create table stile.calendar_span (
  calendar text not null references stile.calendar,
  day      smallint not null check (day between 1 and 7),
  opens    time not null,
  closes   time not null,
  primary key (calendar, day, opens),
  check (closes = '00:00' or opens < closes)
);
comment on column stile.calendar_span.day is 'ISO day of the week, Monday is 1';

-- A day with neither opens nor closes is closed; several rows of one day are several spans.
create table stile.calendar_special_day (
  calendar text not null references stile.calendar,
  day      date not null,
  name     text not null,
  opens    time,
  closes   time,
  unique nulls not distinct (calendar, day, opens),
  check ((opens is null) = (closes is null)),
  check (opens is null or closes = '00:00' or opens < closes)
);

create table stile.employee (
  sign_in       text primary key check (sign_in ~ '^[a-z0-9][a-z0-9.-]*$'),
  name          text not null check (name <> ''),
  password_hash text not null,
  active        boolean not null default true,
  zone          text not null
);
comment on column stile.employee.active is 'Employed and allowed to sign in; who has left stays, because journals name him';

create table stile.employee_role (
  employee text not null references stile.employee,
  role     text not null check (role in ('FRONT_OFFICE', 'BACK_OFFICE', 'LEAD', 'PROCESS_OWNER', 'MANAGER', 'ADMINISTRATOR')),
  primary key (employee, role)
);

create table stile.department (
  key      text primary key check (key ~ '^[a-z][a-z0-9-]*$'),
  name     text not null check (name <> ''),
  lead     text not null references stile.employee,
  calendar text not null references stile.calendar
);

create table stile.membership (
  department text not null references stile.department,
  employee   text not null references stile.employee,
  primary key (department, employee)
);
create index membership_employee on stile.membership (employee);

create table stile.absence (
  id         bigint generated always as identity primary key,
  employee   text not null references stile.employee,
  from_at    timestamptz not null,
  until_at   timestamptz not null,
  kind       text not null check (kind in ('VACATION', 'SICK', 'TRAINING', 'OTHER')),
  check (from_at < until_at)
);
create index absence_employee on stile.absence (employee, until_at);
