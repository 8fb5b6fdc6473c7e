-- Hand-overs: a request is offered to somebody, who accepts or declines. Its owner stays accountable until then.

create table hand_over (
  id                bigint generated always as identity primary key,
  request           text not null references request,
  giver             text not null references employee,
  offered_by        text not null references employee,
  department        text references department,
  receiver          text not null references employee,
  lead              text references employee,
  reason            text not null check (reason <> ''),
  left_to_do        text not null,
  offered_at        timestamptz not null,
  lead_asked_at     timestamptz not null check (lead_asked_at >= offered_at),
  state             text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
  ended_at          timestamptz check (ended_at >= offered_at),
  ended_by          text references employee,
  answer            text,
  taken_by          text references employee,
  better_department text references department,
  better_employee   text references employee,
  seen              boolean not null default false,
  check ((state = 'OPEN') = (ended_at is null)),
  check ((state = 'ACCEPTED') = (taken_by is not null)),
  check (state not in ('ACCEPTED', 'DECLINED', 'WITHDRAWN') or ended_by is not null),
  check (state not in ('DECLINED', 'LAPSED') or answer <> ''),
  check (num_nonnulls(better_department, better_employee) <= 1),
  check (state = 'DECLINED' or num_nonnulls(better_department, better_employee) = 0),
  check (receiver <> giver)
);
comment on table hand_over is 'Offers of ownership; a row is kept when the offer has ended';
comment on column hand_over.giver is 'The owner when it was offered; he stays it until it is accepted';
comment on column hand_over.department is 'The department that it was offered to, of which the receiver was the least loaded available member; null if it was offered to one employee';
comment on column hand_over.lead is 'Who answers instead of the receiver since he let two open hours pass; null before';
comment on column hand_over.lead_asked_at is 'When the lead is asked if nobody has answered: two open hours after the offer';
comment on column hand_over.answer is 'Why it was declined, or why it ended by itself';
comment on column hand_over.seen is 'Whether the owner has put aside that it was declined or ended';
create unique index hand_over_open on hand_over (request) where state = 'OPEN';
create index hand_over_request on hand_over (request, id);
create index hand_over_receiver on hand_over (receiver, id) where state = 'OPEN';
create index hand_over_giver on hand_over (giver, id);
