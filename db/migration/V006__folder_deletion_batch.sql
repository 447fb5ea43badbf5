-- The batch under way, written before it is deleted: by what is left of it the next worker sees how much a killed one did.
alter table folder_deletion
    add column batch_objects int not null default 0 check (batch_objects >= 0),
    add column batch_last    text;
