package io.bramble.metering;

import static io.bramble.account.Times.utc;

import io.bramble.bucket.BucketLife;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who pays for which name on which engine, and when. */
@Component
class MeteredBuckets {
    private final JdbcClient jdbc;

    MeteredBuckets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param paying false once the customer has deleted it */
    record Holder(UUID bucketId, String engineBucket, Instant heldFrom, boolean paying) {}

    @EventListener
    void follow(BucketLife what) {
        switch (what) {
            case BucketLife.Begun(var id, var account, var engine, var name, var at) ->
                begin(id, account, engine, name, at);
            case BucketLife.Ended(var id, var at) -> end(id, at);
            case BucketLife.Opened _ -> {} // see OwnTraffic
        }
    }

    void begin(UUID bucketId, UUID accountId, UUID engineId, String engineBucket, Instant at) {
        jdbc.sql("""
                insert into metered_bucket (bucket_id, account_id, engine_id, engine_bucket, valid)
                values (:bucket, :account, :engine, :name, tstzrange(:at, null))""")
                .param("bucket", bucketId)
                .param("account", accountId)
                .param("engine", engineId)
                .param("name", engineBucket)
                .param("at", utc(at))
                .update();
    }

    /** Ends what is paid for; one deleted in the moment of its making was never paid for. */
    void end(UUID bucketId, Instant at) {
        jdbc.sql("delete from metered_bucket where bucket_id = :bucket and upper_inf(valid) and lower(valid) >= :at")
                .param("bucket", bucketId)
                .param("at", utc(at))
                .update();
        jdbc.sql("""
                update metered_bucket set valid = tstzrange(lower(valid), :at)
                 where bucket_id = :bucket and upper_inf(valid)""").param("bucket", bucketId).param("at", utc(at)).update();
    }

    /** Whoever holds each name on an engine, or held it last: what a deleted bucket sent in its last minute is its own. */
    List<Holder> holders(UUID engineId, Instant at) {
        return jdbc.sql("""
                select * from (
                  select distinct on (engine_bucket) bucket_id, engine_bucket, lower(valid) held_from, valid @> :at paying
                    from metered_bucket where engine_id = :engine and lower(valid) <= :at
                   order by engine_bucket, lower(valid) desc) newest
                 order by bucket_id""")
                .param("engine", engineId)
                .param("at", utc(at))
                .query(Holder.class)
                .list();
    }
}
