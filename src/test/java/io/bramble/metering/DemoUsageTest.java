package io.bramble.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ModuleTest;
import io.bramble.account.Accounts;
import io.bramble.account.Identity;
import io.bramble.local.DemoUsage;
import io.bramble.local.LocalPostgres;
import io.bramble.local.SettableClock;
import io.bramble.local.TestPlatform.TestDatabase;
import io.bramble.storage.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@TestPropertySource(properties = {"bramble.worker.enabled=false", "bramble.engine.embedded.enabled=false"})
class DemoUsageTest {
    static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void the_demo_account_has_a_past_that_the_real_functions_add_up(
            @Autowired Accounts accounts,
            @Autowired Collector collector,
            @Autowired HourClosing closing,
            @Autowired MeteredBuckets buckets,
            @Autowired Usage usage,
            @Autowired SettableClock clock,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired TestDatabase database) {
        clock.set(Instant.parse("2026-11-30T15:20:00Z"));
        var fixture = new MeteringFixture(jdbc, transactions, buckets, clock);
        var engine = fixture.engine();
        var demo = accounts.arrive(new Identity("demo", "demo@example.org", "Demo"));
        fixture.bucket(engine, demo, "photos");
        engine.holds("photos", 90_000_000, 45);
        engine.passes("photos", new Traffic(90_000_000, 1, 45, 0, 1, 0));
        collector.storage(engine);
        collector.traffic(engine);

        var owner = owner(database);
        DemoUsage.seed(owner, demo.accountId(), clock);
        DemoUsage.seed(owner, demo.accountId(), clock);
        var open = usage.ofAccount(demo, NOVEMBER);
        closing.closeDueHours();
        assertThat(usage.ofAccount(demo, NOVEMBER)).isEqualTo(open);

        clock.advance(Duration.ofMinutes(5));
        engine.passes("photos", new Traffic(0, 1000, 0, 0, 1, 0));
        collector.traffic(engine);
        var month = usage.ofAccount(demo, NOVEMBER);
        assertThat(month.total().egressBytes().subtract(open.total().egressBytes()))
                .isEqualTo(1000);
        assertThat(month.days()).hasSize(30).allMatch(MonthUsage.Day::measured);
        assertThat(month.days()).allMatch(day -> day.total().egressBytes().signum() > 0);
        assertThat(month.days()).allMatch(day -> day.meanBytes() > 0);
        assertThat(month.stored().bytes()).isEqualTo(90_000_000);
        assertThat(usage.ofAccount(demo, NOVEMBER.minusMonths(1)).days()).last().matches(MonthUsage.Day::measured);
    }

    private static DriverManagerDataSource owner(TestDatabase database) {
        return new DriverManagerDataSource(
                database.url(), LocalPostgres.OWNER, database.server().password(LocalPostgres.OWNER));
    }
}
