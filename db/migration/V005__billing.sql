-- Every version of every plan's terms that was ever on offer. A row that exists never changes:
-- an invoice of years ago must be explainable from it.
create table rate_card (
    id             uuid primary key,
    code           text        not null,
    version        int         not null check (version > 0),
    currency       text        not null check (currency ~ '^[A-Z]{3}$'),
    effective_from date        not null,
    document       jsonb       not null,
    digest         text        not null,
    loaded_at      timestamptz not null,
    unique (code, version)
);
grant select, insert on rate_card to bramble_app;
revoke update, delete, truncate on rate_card from bramble_app;

create function rate_card_is_insert_only() returns trigger
    language plpgsql as $$
begin
    raise exception 'rate_card is insert-only: add the next version instead';
end $$;
create trigger insert_only before update or delete on rate_card
    for each statement execute function rate_card_is_insert_only();
