-- Whom the receiving lead names owns the request at once; for an open hour he can give it back to the lead, with a reason.

alter table hand_over
  add column declinable_until timestamptz,
  add column given_back_at    timestamptz,
  add column given_back_why   text check (given_back_why <> ''),
  add check (declinable_until is null or state = 'ACCEPTED' and taken_by <> ended_by),
  add check ((given_back_at is null) = (given_back_why is null)),
  add check (given_back_at <= declinable_until);
comment on column hand_over.declinable_until is 'Until when, inclusive, whoever was named by the lead can give it back; null if nobody was named';
