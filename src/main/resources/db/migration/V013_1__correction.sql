-- Slips in answers are corrected in place; the journal, which is append-only, has the old values.

alter table answer add column version integer not null default 0;
comment on column answer.version is 'Counts the corrections: of two at once, the one that saw the older version is told';
