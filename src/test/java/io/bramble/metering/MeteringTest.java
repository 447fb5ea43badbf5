package io.bramble.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.ModuleTest;
import io.bramble.account.AccountScope;
import io.bramble.account.Accounts;
import io.bramble.account.Identity;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.NotAllowed;
import io.bramble.account.Operator;
import io.bramble.bucket.BucketNotFound;
import io.bramble.local.SettableClock;
import io.bramble.storage.Traffic;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@TestPropertySource(properties = {"bramble.worker.enabled=false", "bramble.engine.embedded.enabled=false"})
class MeteringTest {
    static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final long GIB = 1L << 30;

    @Autowired
    Collector collector;

    @Autowired
    HourClosing closing;

    @Autowired
    MeteredBuckets buckets;

    @Autowired
    Usage usage;

    @Autowired
    UsageReport report;

    @Autowired
    Accounts accounts;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    MeteringFixture fixture;
    final Operator operator = new Operator("op@example.org", Set.of("finance"));
    FakeEngine engine;
    Membership ann;

    @BeforeEach
    void an_engine_that_was_seen_before() {
        clock.set(Instant.parse("2026-11-10T08:00:00Z"));
        fixture = new MeteringFixture(jdbc, transactions, buckets, clock);
        engine = fixture.engine();
        ann = arrive("ann");
        pass();
    }

    @Test
    void what_an_engine_tells_is_seen_within_the_running_hour() {
        var photos = fixture.bucket(engine, ann, "photos");
        engine.holds("photos", GIB, 3);
        engine.passes("photos", new Traffic(GIB, 500, 10, 2, 20, 5));
        passAfter(MINUTE);
        clock.advance(MINUTE);

        var month = usage.ofBucket(ann, photos, NOVEMBER);
        assertThat(month.stored()).isEqualTo(new Stored(GIB, 3, now().minus(Duration.ofMinutes(2))));
        assertThat(month.trafficMeasuredAt()).isEqualTo(now().minus(MINUTE));
        assertThat(month.total().byteSeconds()).isEqualTo(BigInteger.valueOf(GIB * 60));
        assertThat(month.total().egressBytes()).isEqualTo(500);
        assertThat(month.total().ingressBytes()).isEqualTo(GIB);
        assertThat(month.total().requestsA()).isEqualTo(8);
        assertThat(month.total().requestsB()).isEqualTo(15);
    }

    @Test
    void closing_hours_any_number_of_times_changes_no_sum() {
        fixture.bucket(engine, ann, "photos");
        engine.holds("photos", 1000, 1);
        for (int minute = 0; minute < 300; minute += 20) {
            engine.passes("photos", new Traffic(7, 11, 1, 0, 1, 0));
            passAfter(Duration.ofMinutes(20));
        }
        var open = usage.ofAccount(ann, NOVEMBER);
        closing.closeDueHours();
        assertThat(usage.ofAccount(ann, NOVEMBER)).isEqualTo(open);
        closing.closeDueHours();
        assertThat(usage.ofAccount(ann, NOVEMBER)).isEqualTo(open);
        assertThat(open.total().egressBytes()).isEqualTo(15 * 11);
        assertThat(closedHours()).isEqualTo(5);
    }

    @Test
    void a_closed_hour_never_changes_though_the_next_pass_comes_hours_later() {
        fixture.bucket(engine, ann, "photos");
        engine.holds("photos", 1000, 1);
        passAfter(Duration.ofMinutes(61));
        closing.closeDueHours();
        var before = usageHours(ann);
        engine.passes("photos", new Traffic(0, 1_000_000, 0, 0, 0, 0));
        passAfter(Duration.ofHours(5));
        closing.closeDueHours();
        assertThat(usageHours(ann)).containsAll(before);
        assertThat(usage.ofAccount(ann, NOVEMBER).total().egressBytes()).isEqualTo(1_000_000);
    }

    @Test
    void an_engine_met_for_the_first_time_bills_no_history() {
        var found = fixture.engine();
        fixture.bucket(found, ann, "old");
        found.passes("old", new Traffic(0, 1_000_000, 0, 0, 0, 0));
        collector.traffic(found);
        clock.advance(MINUTE);
        found.passes("old", new Traffic(0, 5, 0, 0, 0, 0));
        collector.traffic(found);
        assertThat(usage.ofAccount(ann, NOVEMBER).total().egressBytes()).isEqualTo(5);
    }

    @Test
    void after_a_restart_counting_goes_on() {
        fixture.bucket(engine, ann, "photos");
        engine.passes("photos", new Traffic(0, 100, 0, 0, 0, 0));
        passAfter(MINUTE);
        clock.advance(Duration.ofSeconds(10));
        engine.restart();
        engine.passes("photos", new Traffic(0, 30, 0, 0, 0, 0));
        passAfter(MINUTE);
        assertThat(usage.ofAccount(ann, NOVEMBER).total().egressBytes()).isEqualTo(130);
    }

    @Test
    void a_name_that_changes_hands_costs_each_account_its_own_part() {
        var old = fixture.bucket(engine, ann, "photos");
        engine.holds("photos", 1000, 1);
        engine.passes("photos", new Traffic(0, 100, 0, 0, 0, 0));
        passAfter(MINUTE);
        engine.passes("photos", new Traffic(0, 7, 0, 0, 0, 0));
        clock.advance(Duration.ofSeconds(30));
        fixture.delete(old);
        passAfter(Duration.ofSeconds(30));

        var bob = arrive("bob");
        fixture.bucket(engine, bob, "photos");
        engine.passes("photos", new Traffic(0, 3, 0, 0, 0, 0));
        engine.holds("photos", 10, 1);
        passAfter(MINUTE);
        passAfter(MINUTE);

        var anns = usage.ofAccount(ann, NOVEMBER).total();
        var bobs = usage.ofAccount(bob, NOVEMBER).total();
        assertThat(anns.egressBytes()).isEqualTo(107);
        assertThat(anns.byteSeconds()).isEqualTo(1000 * 30);
        assertThat(bobs.egressBytes()).isEqualTo(3);
        assertThat(bobs.byteSeconds()).isEqualTo(10 * 60);
    }

    @Test
    void two_buckets_can_not_pay_for_one_name_at_a_time() {
        fixture.bucket(engine, ann, "photos");
        var second = fixture.row(engine, ann, "other");
        assertThatThrownBy(() -> fixture.begin(second, ann, engine, "photos"))
                .hasMessageContaining("metered_bucket_engine_id_engine_bucket_valid_key");
    }

    @Test
    void nobody_reads_the_usage_of_another_account() {
        var photos = fixture.bucket(engine, ann, "photos");
        engine.holds("photos", 1000, 1);
        engine.passes("photos", new Traffic(5, 5, 5, 0, 5, 0));
        passAfter(Duration.ofMinutes(90));
        closing.closeDueHours();
        var bob = arrive("bob");
        assertThat(usage.ofAccount(bob, NOVEMBER).total()).isEqualTo(Amounts.NONE);
        assertThat(usage.current(bob).byBucket()).isEmpty();
        assertThatThrownBy(() -> usage.ofBucket(bob, photos, NOVEMBER)).isInstanceOf(BucketNotFound.class);
        for (var table : List.of("metered_bucket", "storage_sample", "traffic_sample", "usage_hour"))
            assertThat(fixture.countUnscoped(table)).as(table).isZero();
    }

    @Test
    void an_outage_shows_as_not_measured_and_not_as_zero() {
        fixture.bucket(engine, ann, "photos");
        engine.holds("photos", 1000, 1);
        passAfter(MINUTE);
        var lastSeen = now();
        engine.away(true);
        passAfter(Duration.ofDays(1));
        passAfter(Duration.ofDays(1));

        var month = usage.ofAccount(ann, NOVEMBER);
        assertThat(month.trafficMeasuredAt()).isEqualTo(lastSeen);
        assertThat(month.days().getLast().date()).isEqualTo(LocalDate.of(2026, 11, 12));
        assertThat(month.days().stream().filter(MonthUsage.Day::measured).map(MonthUsage.Day::date))
                .containsExactly(LocalDate.of(2026, 11, 10));
        assertThat(month.days().getLast().meanBytes()).isEqualTo(1000);
    }

    @Test
    void a_bucket_not_yet_measured_holds_nothing_known() {
        var photos = fixture.bucket(engine, ann, "photos");
        passAfter(MINUTE);
        assertThat(usage.ofBucket(ann, photos, NOVEMBER).stored()).isNull();
    }

    @Test
    void the_days_of_a_month_add_up_to_it() {
        fixture.bucket(engine, ann, "photos");
        engine.holds("photos", 1000, 1);
        for (int hour = 0; hour < 60; hour++) {
            engine.passes("photos", new Traffic(hour, 3L * hour, 1, 0, 2, 1));
            passAfter(Duration.ofMinutes(59));
            if (hour % 7 == 0) closing.closeDueHours();
        }
        var month = usage.ofAccount(ann, NOVEMBER);
        var days = month.days().stream().map(MonthUsage.Day::total).reduce(Amounts.NONE, Amounts::plus);
        assertThat(days).isEqualTo(month.total());
        assertThat(month.total().egressBytes()).isEqualTo(5310);
    }

    @Test
    void an_operator_reads_what_every_account_used_over_some_days() {
        fixture.bucket(engine, ann, "photos");
        engine.holds("photos", GIB, 1);
        engine.passes("photos", new Traffic(20, 10, 3, 1, 4, 0));
        passAfter(MINUTE);
        passAfter(Duration.ofHours(1));
        closing.closeDueHours();

        var row = report.over(operator, LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 10)).stream()
                .filter(each -> each.accountId().equals(ann.accountId()))
                .findFirst()
                .orElseThrow();
        assertThat(row.owner()).isEqualTo("ann@example.org");
        assertThat(row.buckets()).isEqualTo(1);
        assertThat(row.used().gibHours()).isEqualByComparingTo("1");
        assertThat(row.meanGib()).isEqualByComparingTo("0.111"); // an hour of the nine that have passed
        assertThat(row.used().egressBytes()).isEqualTo(10);
        assertThat(row.used().requestsA()).isEqualTo(2);
        assertThat(report.over(operator, LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 9)))
                .filteredOn(each -> each.accountId().equals(ann.accountId()))
                .singleElement()
                .matches(each -> each.used().equals(Amounts.NONE));
    }

    @Test
    void tables_can_be_taken_into_a_spreadsheet() {
        var eve = accounts.arrive(new Identity(UUID.randomUUID().toString(), "eve@example.org", "=HYPERLINK(\"x\")"));
        fixture.bucket(engine, eve, "photos");
        engine.passes("photos", new Traffic(20, 10, 3, 1, 4, 0));
        passAfter(MINUTE);

        var all = new StringBuilder();
        report.csv(operator, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), all);
        assertThat(all.toString().lines())
                .contains(eve.accountId()
                        + ",\"'=HYPERLINK(\"\"x\"\")\",eve@example.org,free,ACTIVE,1,0.000,0.000000,10,20,2,4");
        var own = new StringBuilder();
        usage.csv(eve, NOVEMBER, own);
        assertThat(own.toString().lines())
                .containsExactly(
                        "date,bucket,gib_hours,egress_bytes,ingress_bytes,requests_a,requests_b",
                        "2026-11-10,photos,0.000000,10,20,2,4");
    }

    @Test
    void a_report_is_for_operators_and_its_days_are_in_order() {
        var stranger = new Operator("someone@example.org", Set.of());
        var day = LocalDate.of(2026, 11, 10);
        assertThatThrownBy(() -> report.over(stranger, day, day)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> report.over(operator, day, day.minusDays(1))).isInstanceOf(InvalidField.class);
    }

    private Membership arrive(String name) {
        return accounts.arrive(new Identity(UUID.randomUUID().toString(), name + "@example.org", name));
    }

    private void passAfter(Duration duration) {
        clock.advance(duration);
        pass();
    }

    private void pass() {
        collector.storage(engine);
        collector.traffic(engine);
    }

    private Instant now() {
        return clock.instant();
    }

    private long closedHours() {
        return jdbc.sql("select count(*) from coverage_hour where engine_id = :engine and kind = 'TRAFFIC'")
                .param("engine", engine.engineId())
                .query(Long.class)
                .single();
    }

    private List<String> usageHours(Membership acting) {
        return AccountScope.platform(() -> transactions.execute(
                _ -> jdbc.sql("select usage_hour::text from usage_hour where account_id = :account")
                        .param("account", acting.accountId())
                        .query(String.class)
                        .list()));
    }
}
