package io.bramble.metering;

import static io.bramble.account.Times.utc;
import static java.time.ZoneOffset.UTC;

import io.bramble.account.AccountScope;
import java.time.Clock;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets samples that are too old for any dispute; hours stay. The newest sample of its kind is kept at any age: what a
 * bucket holds and where its counters stood is known from it.
 */
@Component
class Retention {
    private static final Period KEPT = Period.ofMonths(13);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Retention(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    void forgetOldSamples() {
        var before = utc(clock.instant()).atZoneSameInstant(UTC).minus(KEPT).toOffsetDateTime();
        AccountScope.platform(() -> transactions.executeWithoutResult(_ -> {
            for (var old : new String[] {"""
                storage_sample s where observed_at < :before and exists (
                  select from storage_sample n where n.bucket_id = s.bucket_id
                     and n.observed_at > s.observed_at and n.observed_at < :before)""", """
                traffic_sample s where observed_at < :before and exists (
                  select from traffic_sample n where n.bucket_id = s.bucket_id and n.node = s.node
                     and n.observed_at > s.observed_at and n.observed_at < :before)""", """
                scrape s where ended_at < :before and exists (
                  select from scrape n where n.engine_id = s.engine_id and n.kind = s.kind and n.node = s.node
                     and n.ok and n.started_at > s.started_at)"""})
                jdbc.sql("delete from " + old).param("before", before).update();
        }));
    }
}
