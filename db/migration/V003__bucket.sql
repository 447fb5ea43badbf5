create table namespace (
    id         uuid primary key,
    account_id uuid        not null references account,
    name       text        not null unique
        check (name ~ '^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$' and name !~ '--'),
    engine_id  uuid references engine,
    created_at timestamptz not null
);
create index namespace_account on namespace (account_id);
create index namespace_engine on namespace (engine_id);
alter table namespace enable row level security;
create policy own_account on namespace using (bramble_sees(account_id)) with check (bramble_sees(account_id));

create table bucket (
    id                  uuid primary key,
    account_id          uuid        not null references account,
    namespace_id        uuid        not null references namespace,
    engine_id           uuid        not null references engine,
    name                text        not null,
    desired             text        not null check (desired in ('PRESENT', 'ABSENT')),
    quota_bytes         bigint check (quota_bytes >= 0),
    created_at          timestamptz not null,
    ever_ready_at       timestamptz,
    deleted_at          timestamptz,
    purge_after         timestamptz,
    purge_started_at    timestamptz,
    purged_at           timestamptz,
    generation          bigint      not null default 1,
    observed_generation bigint      not null default 0,
    wakes               bigint      not null default 0,
    attempts            int         not null default 0,
    conditions          jsonb       not null default '{}',
    used_bytes          bigint      not null default 0,
    purged_objects      bigint      not null default 0
);
create unique index bucket_name_on_engine on bucket (engine_id, name) where purged_at is null;
create index bucket_account on bucket (account_id, name);
create index bucket_namespace on bucket (namespace_id);
alter table bucket enable row level security;
create policy own_account on bucket using (bramble_sees(account_id)) with check (bramble_sees(account_id));

create table access_key (
    id            uuid primary key,
    account_id    uuid        not null references account,
    bucket_id     uuid        not null references bucket,
    access_key_id text        not null unique,
    name          text        not null check (length(name) between 1 and 100),
    purpose       text        not null check (purpose in ('CUSTOMER', 'UPLOAD', 'DOWNLOAD', 'MANAGE')),
    permission    text        not null check (permission in ('READ', 'WRITE', 'READ_WRITE')),
    prefix        text        not null default '',
    secret_enc    bytea,
    state         text        not null check (state in ('PENDING', 'ACTIVE', 'REVOKING', 'REVOKED', 'LOST')),
    expires_at    timestamptz,
    created_by    text        not null,
    created_at    timestamptz not null,
    revoked_at    timestamptz
);
create index access_key_bucket on access_key (bucket_id);
create index access_key_account on access_key (account_id);
alter table access_key enable row level security;
create policy own_account on access_key using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- Room promised to uploads that are under way, and the bearer that lets a page ask for their signatures.
create table upload (
    id             uuid primary key,
    account_id     uuid        not null references account,
    bucket_id      uuid        not null references bucket,
    user_id        uuid        not null references app_user,
    ticket_hash    bytea       not null unique,
    base_bytes     bigint      not null check (base_bytes >= 0),
    reserved_bytes bigint      not null default 0 check (reserved_bytes >= 0),
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    ended_at       timestamptz
);
create index upload_account on upload (account_id) where ended_at is null;
create index upload_bucket on upload (bucket_id);
create index upload_user on upload (user_id);
alter table upload enable row level security;
create policy own_account on upload using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- What an open upload has had signed, so that signing a file again reserves nothing twice.
create table upload_file (
    upload_id  uuid   not null references upload on delete cascade,
    account_id uuid   not null references account,
    key        text   not null,
    size_bytes bigint not null check (size_bytes >= 0),
    primary key (upload_id, key)
);
create index upload_file_account on upload_file (account_id);
alter table upload_file enable row level security;
create policy own_account on upload_file using (bramble_sees(account_id)) with check (bramble_sees(account_id));

create table folder_deletion (
    id              uuid primary key,
    account_id      uuid        not null references account,
    bucket_id       uuid        not null references bucket,
    prefix          text        not null check (prefix like '_%/'),
    state           text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    cursor          text,
    deleted_objects bigint      not null default 0,
    failed_objects  bigint      not null default 0,
    problem         text,
    requested_by    text        not null,
    created_at      timestamptz not null,
    ended_at        timestamptz
);
create index folder_deletion_account on folder_deletion (account_id);
create index folder_deletion_bucket on folder_deletion (bucket_id, created_at);
alter table folder_deletion enable row level security;
create policy own_account on folder_deletion using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- Names are unique across accounts, of which a transaction sees one: these two say "taken" and nothing more.
create function bucket_name_taken(on_engine uuid, wanted text) returns boolean
    language sql stable security definer set search_path = public
    return exists (select 1 from bucket where engine_id = on_engine and name = wanted and purged_at is null);
create function namespace_name_taken(wanted text) returns boolean
    language sql stable security definer set search_path = public
    return exists (select 1 from namespace where name = wanted);

-- Answers to requests that carried an Idempotency-Key, kept for a day.
create table idempotent_answer (
    account_id   uuid        not null references account,
    key          text        not null check (length(key) between 1 and 200),
    request_hash bytea       not null,
    status       int,
    location     text,
    body         text,
    created_at   timestamptz not null,
    primary key (account_id, key)
);
alter table idempotent_answer enable row level security;
create policy own_account on idempotent_answer using (bramble_sees(account_id)) with check (bramble_sees(account_id));
