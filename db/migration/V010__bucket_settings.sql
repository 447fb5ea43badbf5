-- How buckets behave, as their owners wish it; passes make it true where the engine can.
alter table bucket
    add column object_lock boolean not null default false,
    add column versioning  boolean not null default false,
    add column lifecycle   jsonb   not null default '[]',
    add column cors        jsonb   not null default '[]',
    add column tags        jsonb   not null default '{}',
    add column retention   jsonb,
    add constraint locks_keep_versions check (versioning or not object_lock),
    add constraint retention_needs_lock check (object_lock or retention is null);
comment on column bucket.object_lock is 'decided when the bucket is made, for good';
