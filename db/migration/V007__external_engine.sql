-- Engines that run elsewhere: where programs reach them, where Bramble administers them, what they are able to do.
alter table engine
    add column endpoint       text,
    add column admin_endpoint text,
    add column region         text,
    add column capabilities   text,
    add column takes_new      boolean not null default true;
comment on column engine.endpoint is 'what programs use; null for the engine inside Bramble';
comment on column engine.capabilities is 'names with commas; null until the engine was tried out';

-- One store is one engine: two rows would each take it for their own.
create unique index engine_identity on engine (identity);
