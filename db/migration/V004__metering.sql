-- Ranges that must not overlap beside plain equality; a trusted extension, so the schema's owner may make it.
create extension if not exists btree_gist;

-- Who pays for which name on which engine, and when. Ends with the customer's delete, begins anew with a restore.
create table metered_bucket (
    bucket_id     uuid      not null references bucket,
    account_id    uuid      not null references account,
    engine_id     uuid      not null references engine,
    engine_bucket text      not null,
    valid         tstzrange not null,
    primary key (bucket_id, valid without overlaps),
    unique (engine_id, engine_bucket, valid without overlaps)
);
create index metered_bucket_account on metered_bucket (account_id);
alter table metered_bucket enable row level security;
create policy own_account on metered_bucket using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- Proof of each pass over an engine; node is '' where the engine answers as a whole.
create table scrape (
    engine_id     uuid        not null references engine,
    node          text        not null,
    kind          text        not null check (kind in ('STORAGE', 'TRAFFIC')),
    started_at    timestamptz not null,
    ended_at      timestamptz not null,
    ok            boolean     not null,
    process_start timestamptz,
    error         text,
    primary key (engine_id, node, kind, started_at),
    check (ok = (error is null))
);
create index scrape_ended on scrape (engine_id, kind, ended_at) where ok;

-- A row when a number changed. A sample is seen by whoever sees its bucket.
create table storage_sample (
    bucket_id   uuid        not null,
    observed_at timestamptz not null,
    measured_at timestamptz not null,
    bytes       bigint      not null check (bytes >= 0),
    objects     bigint      not null check (objects >= 0),
    versions    bigint      not null check (versions >= 0),
    primary key (bucket_id, observed_at)
);
alter table storage_sample enable row level security;
create policy own_buckets on storage_sample using (
    current_setting('bramble.account', true) = '*'
    or exists (select from metered_bucket m where m.bucket_id = storage_sample.bucket_id));

-- Counters as the node gave them. counted_since is the end of the node's pass before; null for numbers that only say
-- where counting begins.
create table traffic_sample (
    bucket_id     uuid        not null,
    node          text        not null,
    observed_at   timestamptz not null,
    counted_since timestamptz,
    process_start timestamptz not null,
    ingress_bytes bigint      not null check (ingress_bytes >= 0),
    egress_bytes  bigint      not null check (egress_bytes >= 0),
    a             bigint      not null check (a >= 0),
    a_failed      bigint      not null check (a_failed >= 0),
    b             bigint      not null check (b >= 0),
    b_failed      bigint      not null check (b_failed >= 0),
    primary key (bucket_id, node, observed_at)
);
alter table traffic_sample enable row level security;
create policy own_buckets on traffic_sample using (
    current_setting('bramble.account', true) = '*'
    or exists (select from metered_bucket m where m.bucket_id = traffic_sample.bucket_id));

create table usage_hour (
    resource_id uuid           not null,
    meter       text           not null check (meter in
        ('STORAGE', 'EGRESS', 'INGRESS', 'REQUESTS_A', 'REQUESTS_B', 'A_FAILED', 'B_FAILED', 'ENGINE')),
    hour_start  timestamptz    not null check (date_trunc('hour', hour_start, 'UTC') = hour_start),
    account_id  uuid           not null references account,
    quantity    numeric(38, 0) not null check (quantity > 0),
    primary key (resource_id, meter, hour_start)
);
create index usage_hour_account on usage_hour (account_id, hour_start);
create index usage_hour_start on usage_hour (hour_start);
alter table usage_hour enable row level security;
create policy own_account on usage_hour using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- Covered and no usage is a true zero; uncovered is unknown. Its newest hour is how far an engine's hours are closed.
create table coverage_hour (
    engine_id       uuid        not null references engine,
    kind            text        not null check (kind in ('STORAGE', 'TRAFFIC')),
    hour_start      timestamptz not null,
    covered_seconds int         not null check (covered_seconds between 0 and 3600),
    stale           boolean     not null,
    primary key (engine_id, kind, hour_start)
);

-- Beside used_bytes: null until first measured.
alter table bucket
    add column object_count bigint check (object_count >= 0),
    add column measured_at  timestamptz;
