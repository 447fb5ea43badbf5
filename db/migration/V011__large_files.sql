-- Files that are sent in parts: what a page needs to go on where it was cut off, up to three days later.
create table large_file (
    id           uuid primary key,
    account_id   uuid        not null references account,
    upload_id    uuid        not null references upload on delete cascade,
    bucket_id    uuid        not null references bucket,
    key          text        not null,
    size_bytes   bigint      not null check (size_bytes > 0),
    part_bytes   bigint      not null check (part_bytes > 0),
    unless_taken boolean     not null,
    engine_id    text        not null,
    etag         text,
    created_at   timestamptz not null,
    stored_at    timestamptz,
    unique (upload_id, key)
);
comment on column large_file.engine_id is 'what the engine calls the upload; never told to a page';
comment on column large_file.etag is 'of the object as it will be, known before the engine is told to make it';
create index large_file_account on large_file (account_id);
create index large_file_bucket on large_file (bucket_id);
alter table large_file enable row level security;
create policy own_account on large_file using (bramble_sees(account_id)) with check (bramble_sees(account_id));
