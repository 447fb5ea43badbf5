-- What each bucket may hold by its engine: its own limit, or what the other buckets of its account leave of the account's.
alter table bucket add column engine_quota_bytes bigint;
comment on column bucket.engine_quota_bytes is 'as last told to the engine; null before that';
