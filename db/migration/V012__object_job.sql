-- Work on many objects in the background: deleting, copying, moving, describing, cleaning up.
create table object_job (
    id               uuid primary key,
    account_id       uuid        not null references account,
    bucket_id        uuid        not null references bucket,
    kind             text        not null check (kind in ('DELETE', 'COPY', 'MOVE', 'METADATA', 'CLEAR_VERSIONS',
                                                          'ABORT_UPLOADS', 'UNDELETE', 'EMPTY')),
    state            text        not null check (state in ('WAITING', 'RUNNING', 'STOPPING', 'STOPPED', 'DONE', 'FAILED')),
    target_bucket_id uuid references bucket,
    wish             jsonb       not null default '{}',
    recoverable      boolean     not null default false,
    undone_by        uuid references object_job on delete set null,
    starts_at        timestamptz not null,
    cursor           bytea,
    batch            bytea,
    done_objects     bigint      not null default 0,
    skipped_objects  bigint      not null default 0,
    failed_objects   bigint      not null default 0,
    total_objects    bigint      not null default 0,
    all_seen         boolean     not null default false,
    bytes            bigint      not null default 0,
    problem          text,
    requested_by     text        not null,
    created_at       timestamptz not null,
    ended_at         timestamptz,
    dismissed_at     timestamptz,
    check (target_bucket_id is null or kind in ('COPY', 'MOVE'))
);
comment on column object_job.batch is 'the steps under way, written before the first is taken: a killed worker''s successor takes them again, and counts them once';
comment on column object_job.recoverable is 'the bucket kept versions when it began, so that what is deleted can be brought back';
create index object_job_account on object_job (account_id);
create index object_job_bucket on object_job (bucket_id, created_at);
create index object_job_target on object_job (target_bucket_id);
create index object_job_undone_by on object_job (undone_by);
alter table object_job enable row level security;
create policy own_account on object_job using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- What a job is about. Names are bytes: PostgreSQL's text holds no U+0000, S3's keys may.
create table object_job_source (
    job_id     uuid  not null references object_job on delete cascade,
    position   int   not null,
    account_id uuid  not null references account,
    name       bytea not null,
    is_folder  boolean not null,
    target     bytea,
    primary key (job_id, position)
);
create index object_job_source_account on object_job_source (account_id);
alter table object_job_source enable row level security;
create policy own_account on object_job_source using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- The first failures of a job; all of them are counted.
create table object_job_failure (
    job_id     uuid  not null references object_job on delete cascade,
    position   int   not null,
    account_id uuid  not null references account,
    name       bytea not null,
    reason     text  not null,
    primary key (job_id, position)
);
create index object_job_failure_account on object_job_failure (account_id);
alter table object_job_failure enable row level security;
create policy own_account on object_job_failure using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- Deletions of folders become jobs; one under way begins its folder again, and counts what is left.
insert into object_job (id, account_id, bucket_id, kind, state, starts_at, done_objects, failed_objects, total_objects,
                        all_seen, problem, requested_by, created_at, ended_at, dismissed_at)
select id, account_id, bucket_id, 'DELETE', state, created_at, deleted_objects, failed_objects,
       deleted_objects + failed_objects, state <> 'RUNNING', problem, requested_by, created_at, ended_at, ended_at
  from folder_deletion;
insert into object_job_source (job_id, position, account_id, name, is_folder)
select id, 0, account_id, convert_to(prefix, 'UTF8'), true from folder_deletion;
update scheduled_tasks set task_name = 'object-job' where task_name = 'folder-deletion';
drop table folder_deletion;
