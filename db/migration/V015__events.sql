-- Who is told about the objects of a bucket, as its owners wish it; and whom an engine can tell.
alter table bucket
    add column events jsonb not null default '[]';
alter table engine
    add column event_targets text not null default '';
comment on column engine.event_targets is 'as the engine names them, with commas between';
