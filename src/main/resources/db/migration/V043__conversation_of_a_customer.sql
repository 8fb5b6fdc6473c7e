-- A conversation can be passed on before anybody knows which request it leads to: one is opened for it, and goes with it.

alter table warm_hand_over add column owns boolean not null default false;
comment on column warm_hand_over.owns is 'The request was opened for this conversation: whoever takes it over owns the request from then on';
