-- Attempts to sign in that have failed, so that all nodes together let nobody guess passwords.

create table sign_in_attempt (
  kind          text not null check (kind in ('PAIR', 'ACCOUNT', 'ADDRESS')),
  account       text not null,
  address       text not null,
  failures      integer not null check (failures >= 0),
  last_at       timestamptz not null,
  blocked_until timestamptz,
  primary key (kind, account, address)
);
comment on column sign_in_attempt.account is 'As it was typed, whether there is such an account or not; empty for an address as such';
comment on column sign_in_attempt.address is 'The network address; empty for an account as such';
comment on column sign_in_attempt.failures is 'In a row, none of them an hour after the one before; an attempt that has not ended counts as failed';
create index sign_in_attempt_age on sign_in_attempt (last_at);
