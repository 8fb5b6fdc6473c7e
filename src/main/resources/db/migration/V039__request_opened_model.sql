-- A request that was moved to another version: the form that opened it is still one of the version that it was opened on.

alter table request add column opened_model text;
comment on column request.opened_model is 'The version that it was opened on, as the engine names it; null if it follows that one';
comment on column request.model is 'The version of the model that it follows, as the engine names it';
