-- db-scheduler's table, as its version 16 wants it.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

create table storage_cluster (
    id          uuid primary key,
    name        text        not null unique,
    driver      text        not null check (driver in ('EMBEDDED', 'EXTERNAL', 'KUBERNETES')),
    created_at  timestamptz not null
);

create table engine (
    id                 uuid primary key,
    storage_cluster_id uuid        not null references storage_cluster,
    placement          text        not null check (placement in ('SHARED', 'NAMESPACE', 'BUCKET')),
    desired            text        not null check (desired in ('RUNNING', 'STOPPED', 'ABSENT')),
    identity           text,
    root_user          text        not null,
    root_secret_enc    bytea       not null,
    used_bytes         bigint,
    capacity_bytes     bigint,
    sampled_at         timestamptz,
    conditions         jsonb       not null default '{}',
    created_at         timestamptz not null
);
create index engine_storage_cluster on engine (storage_cluster_id);

-- Once known, an engine's identity never changes: another one is another store.
create function engine_identity_is_kept() returns trigger
    language plpgsql as $$
begin
    if old.identity is not null and new.identity is distinct from old.identity then
        raise exception 'engine %: its identity is known and may not change', old.id;
    end if;
    return new;
end $$;
create trigger keep_identity before update on engine
    for each row execute function engine_identity_is_kept();
