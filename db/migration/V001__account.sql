-- Who may see a row: the account that the transaction acts for, or '*' for work of the platform itself.
-- Without a setting nothing is visible, so a forgotten scope shows an empty table, never somebody else's.
create function bramble_sees(account uuid) returns boolean
    language sql stable parallel safe
    return case coalesce(current_setting('bramble.account', true), '')
               when '' then false
               when '*' then true
               else account = current_setting('bramble.account', true)::uuid
           end;

alter default privileges in schema public grant select, insert, update, delete on tables to bramble_app;
alter default privileges in schema public grant usage on sequences to bramble_app;

create table app_user (
    id                uuid primary key,
    subject           text        not null unique,
    email             text        not null,
    name              text        not null,
    terms_version     text,
    terms_accepted_at timestamptz,
    created_at        timestamptz not null,
    last_sign_in_at   timestamptz not null
);

create table account (
    id                     uuid primary key,
    name                   text        not null check (length(name) between 1 and 100),
    standing               text        not null default 'ACTIVE'
        check (standing in ('ACTIVE', 'WARNED', 'READ_ONLY', 'SUSPENDED', 'CLOSED')),
    plan                   text        not null default 'free',
    storage_limit_bytes    bigint      not null default 10737418240 check (storage_limit_bytes >= 0),
    bucket_limit           int         not null default 5 check (bucket_limit >= 0),
    key_limit              int         not null default 10 check (key_limit >= 0),
    created_at             timestamptz not null
);
alter table account enable row level security;
create policy own_account on account using (bramble_sees(id)) with check (bramble_sees(id));

create table membership (
    account_id uuid        not null references account,
    user_id    uuid        not null references app_user,
    role       text        not null check (role in ('OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER', 'BILLING')),
    created_at timestamptz not null,
    primary key (account_id, user_id)
);
create index membership_user on membership (user_id);
alter table membership enable row level security;
create policy own_account on membership using (bramble_sees(account_id)) with check (bramble_sees(account_id));

create table api_token (
    id           uuid primary key,
    account_id   uuid        not null references account,
    user_id      uuid        not null references app_user,
    name         text        not null check (length(name) between 1 and 100),
    token_hash   bytea       not null unique,
    hint         text        not null,
    scopes       text[]      not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_token_account on api_token (account_id, created_at);
create index api_token_user on api_token (user_id);
alter table api_token enable row level security;
create policy own_account on api_token using (bramble_sees(account_id)) with check (bramble_sees(account_id));

-- Append-only: each account's events form a chain of hashes, so a changed or missing row shows.
create table audit_event (
    id         uuid primary key,
    account_id uuid        not null,
    position   bigint      not null,
    at         timestamptz not null,
    actor      text        not null,
    action     text        not null,
    target     text        not null,
    detail     text        not null,
    hash       bytea       not null,
    unique (account_id, position)
);
alter table audit_event enable row level security;
create policy own_account on audit_event using (bramble_sees(account_id)) with check (bramble_sees(account_id));
revoke update, delete on audit_event from bramble_app;
