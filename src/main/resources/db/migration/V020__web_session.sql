-- The sessions of people's browsers, for all nodes (Spring Session's schema for PostgreSQL, version 3.5).
create table web_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        text
);
comment on column web_session.principal_name is 'Sign-in name of who is signed in; null before the sign-in';
comment on column web_session.expiry_time is 'Milliseconds since 1970 by the machine''s clock, as the other times here';
create index web_session_expiry on web_session (expiry_time);
create index web_session_principal on web_session (principal_name);

create table web_session_attributes (
  session_primary_id char(36) not null references web_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
comment on column web_session_attributes.attribute_bytes is 'JSON; io.stile.web.SessionValues writes and reads it';
