package io.bramble.metering;

import static io.bramble.account.Times.utc;

import io.bramble.account.AccountScope;
import io.bramble.account.Membership;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Engines and buckets as rows, without anything that runs. */
record MeteringFixture(JdbcClient jdbc, TransactionTemplate transactions, MeteredBuckets buckets, Clock clock) {

    FakeEngine engine() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                with cluster as (insert into storage_cluster (id, name, driver, created_at)
                                 values (:id, :id::text, 'EXTERNAL', :now) returning id)
                insert into engine (id, storage_cluster_id, placement, desired, root_user, root_secret_enc, created_at)
                select :id, id, 'SHARED', 'RUNNING', 'root', '', :now from cluster""").param("id", id).param("now", utc(clock.instant())).update();
        return new FakeEngine(id, clock);
    }

    /** A bucket from now on. */
    UUID bucket(FakeEngine engine, Membership owner, String name) {
        var id = row(engine, owner, name);
        begin(id, owner, engine, name);
        return id;
    }

    void begin(UUID bucketId, Membership owner, FakeEngine engine, String name) {
        platform(() -> buckets.begin(bucketId, owner.accountId(), engine.engineId(), name, clock.instant()));
    }

    /** From now on nobody pays for it, and its name is free. */
    void delete(UUID bucketId) {
        platform(() -> {
            buckets.end(bucketId, clock.instant());
            jdbc.sql("update bucket set desired = 'ABSENT', purged_at = :now where id = :id")
                    .param("now", utc(clock.instant()))
                    .param("id", bucketId)
                    .update();
        });
    }

    UUID row(FakeEngine engine, Membership owner, String name) {
        var id = UUID.randomUUID();
        platform(() -> jdbc.sql("""
                with home as (insert into namespace (id, account_id, name, engine_id, created_at)
                              values (:id, :account, 'n' || substr(md5(:id::text), 1, 20), :engine, :now) returning id)
                insert into bucket (id, account_id, namespace_id, engine_id, name, desired, created_at)
                select :id, :account, id, :engine, :name, 'PRESENT', :now from home""")
                .param("id", id)
                .param("account", owner.accountId())
                .param("engine", engine.engineId())
                .param("name", name)
                .param("now", utc(clock.instant()))
                .update());
        return id;
    }

    long countUnscoped(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    void platform(Runnable work) {
        AccountScope.platform(() -> transactions.executeWithoutResult(_ -> work.run()));
    }
}
