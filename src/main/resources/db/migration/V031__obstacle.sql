-- Obstacles: what stops colleagues from serving. Each is a request of theirs; the customer is the house itself.

alter table customer add column house boolean not null default false;
comment on column customer.house is 'The one customer that stands for the house itself: its requests are those of colleagues';
create unique index customer_house on customer (house) where house;

alter table interaction drop constraint interaction_channel_check;
alter table interaction add constraint interaction_channel_check
  check (channel in ('PHONE', 'MAIL', 'SHOP', 'CHAT', 'LETTER', 'VOICEMAIL', 'MISSED_CALL', 'IN_HOUSE'));

create table obstacle (
  request     text primary key references request,
  kind        text not null check (kind in ('PHONE_MENU', 'TOOL', 'RULE', 'GROUP', 'OTHER')),
  department  text references department,
  answer      text,
  answered_by text references employee,
  answered_at timestamptz,
  check ((kind = 'GROUP') = (department is not null)),
  check ((answer is null) = (answered_at is null))
);
comment on column obstacle.department is 'The group that nobody reaches';
comment on column obstacle.answer is 'What the reporters were told last';

create table obstacle_report (
  id          bigint generated always as identity primary key,
  obstacle    text not null references obstacle,
  reporter    text not null references employee,
  words       text not null,
  about       text references request check (about <> obstacle),
  reported_at timestamptz not null
);
comment on column obstacle_report.about is 'The request of a customer that could not be served, or null';
create index obstacle_report_obstacle on obstacle_report (obstacle, reporter);
create index obstacle_report_reporter on obstacle_report (reporter);
create index obstacle_report_about on obstacle_report (about) where about is not null;
