-- What a step that was done is called in the version that its request was moved to, where that calls it otherwise.

alter table task add column moved_key text;
comment on column task.moved_key is 'Who may not do a step because he did another one is found by it; null if the key is the same';
