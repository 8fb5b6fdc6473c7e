-- Goodwill from any request: as often as the authority allows, and above it on the word of a lead.

alter table grant_record drop constraint grant_record_request_basis_key;
create unique index grant_record_once on grant_record (request, basis) where basis in ('AT_ONCE', 'INVESTIGATED');
alter table grant_record add column reason text;
comment on column grant_record.reason is 'Why, in the words of whoever granted or proposed it; null where a model granted it';

create table goodwill_proposal (
  id          bigint generated always as identity (start with 1001) primary key,
  request     text not null references request,
  cents       bigint not null check (cents > 0),
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  reason      text not null,
  proposed_by text not null references employee,
  proposed_at timestamptz not null,
  approver    text not null references employee check (approver <> proposed_by),
  state       text not null check (state in ('OPEN', 'GRANTED', 'DECLINED', 'DROPPED')),
  decided_by  text references employee check (decided_by <> proposed_by),
  decided_at  timestamptz,
  words       text,
  check ((state = 'OPEN') = (decided_at is null)),
  check ((state in ('GRANTED', 'DECLINED')) = (decided_by is not null))
);
comment on table goodwill_proposal is 'Goodwill above what its proposer may grant; somebody else decides';
comment on column goodwill_proposal.cents is 'Minor units of the currency';
create unique index goodwill_proposal_open on goodwill_proposal (request) where state = 'OPEN';
create index goodwill_proposal_request on goodwill_proposal (request, id);
