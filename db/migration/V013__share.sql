-- Links by which people outside see or fill a part of a bucket. Of a link the hash is looked up; the link itself is kept
-- encrypted, so that its owner can copy it again.
create table share (
    id             uuid primary key,
    account_id     uuid        not null references account,
    bucket_id      uuid        not null references bucket,
    kind           text        not null check (kind in ('DOWNLOAD', 'UPLOAD')),
    name           text        not null check (length(name) between 1 and 100),
    path           text        not null check (kind = 'DOWNLOAD' or path = '' or path like '%/'),
    token_hash     bytea       not null unique,
    token_enc      bytea       not null,
    password_hash  text,
    most_downloads int check (most_downloads > 0),
    downloads      int         not null default 0,
    most_bytes     bigint check (most_bytes > 0),
    received_bytes bigint      not null default 0,
    received_files int         not null default 0,
    wrong_tries    int         not null default 0,
    wrong_since    timestamptz,
    created_by     text        not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    revoked_at     timestamptz
);
create index share_account on share (account_id);
create index share_bucket on share (bucket_id);
alter table share enable row level security;
create policy own_account on share using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- An upload by a stranger has a link instead of a member, and one folder that it may fill.
alter table upload
    alter column user_id drop not null,
    add column share_id uuid references share,
    add column prefix text not null default '',
    add constraint upload_by_somebody check (user_id is not null or share_id is not null);
create index upload_share on upload (share_id) where share_id is not null;
