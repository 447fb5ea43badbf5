package io.bramble.metering;

import static io.bramble.account.Times.utc;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    Map<String, Holder> holders(UUID engineId, Instant at) {
        return jdbc.sql("""
                select distinct on (engine_bucket) bucket_id, engine_bucket, lower(valid) held_from, valid @> :at paying
                  from metered_bucket where engine_id = :engine and lower(valid) <= :at
                 order by engine_bucket, lower(valid) desc""").param("engine", engineId).param("at", utc(at)).query(Holder.class).list().stream()
                .collect(Collectors.toMap(Holder::engineBucket, Function.identity()));
    }
}
