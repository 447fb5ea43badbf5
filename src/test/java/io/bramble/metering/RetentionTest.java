package io.bramble.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ModuleTest;
import io.bramble.People;
import io.bramble.account.AccountScope;
import io.bramble.local.SettableClock;
import io.bramble.storage.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@TestPropertySource(properties = {"bramble.worker.enabled=false", "bramble.engine.embedded.enabled=false"})
class RetentionTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void samples_older_than_thirteen_months_go_and_no_sum_changes(
            @Autowired Retention retention,
            @Autowired Collector collector,
            @Autowired MeteredBuckets buckets,
            @Autowired HourClosing closing,
            @Autowired Usage usage,
            @Autowired People people,
            @Autowired SettableClock clock) {
        clock.set(Instant.parse("2026-01-10T08:00:00Z"));
        var fixture = new MeteringFixture(jdbc, transactions, buckets, clock);
        var engine = fixture.engine();
        var ann = people.arrive("ann");
        collector.traffic(engine);
        var photos = fixture.bucket(engine, ann, "photos");
        for (int minute = 1; minute <= 3; minute++) {
            clock.advance(Duration.ofMinutes(1));
            engine.holds("photos", 1000L * minute, minute);
            engine.passes("photos", new Traffic(0, 10, 0, 0, 0, 0));
            collector.storage(engine);
            collector.traffic(engine);
        }
        clock.set(Instant.parse("2027-03-01T00:00:00Z"));
        collector.storage(engine);
        collector.traffic(engine);
        closing.closeDueHours();
        var before = usage.ofAccount(ann, YearMonth.of(2026, 1));

        retention.forgetOldSamples();
        assertThat(count("storage_sample", photos)).isEqualTo(1);
        assertThat(count("traffic_sample", photos)).isEqualTo(1);
        assertThat(usage.ofAccount(ann, YearMonth.of(2026, 1))).isEqualTo(before);
        clock.advance(Duration.ofMinutes(1));
        engine.passes("photos", new Traffic(0, 7, 0, 0, 0, 0));
        collector.traffic(engine);
        assertThat(usage.ofAccount(ann, YearMonth.of(2027, 3)).total().egressBytes())
                .isEqualTo(7);
    }

    private long count(String table, UUID bucketId) {
        return AccountScope.platform(
                () -> transactions.execute(_ -> jdbc.sql("select count(*) from " + table + " where bucket_id = :bucket")
                        .param("bucket", bucketId)
                        .query(Long.class)
                        .single()));
    }
}
