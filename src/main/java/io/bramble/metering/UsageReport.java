package io.bramble.metering;

import static io.bramble.account.Times.utc;
import static java.math.RoundingMode.HALF_UP;
import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;
import static org.springframework.transaction.annotation.Isolation.REPEATABLE_READ;

import io.bramble.account.InvalidField;
import io.bramble.account.Operator;
import io.bramble.account.Standing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Usage of all accounts over days, for operators; the running hour is in. */
@Component
public class UsageReport {
    private static final BigInteger GIB = BigInteger.ONE.shiftLeft(30);

    private final JdbcClient jdbc;
    private final OpenHours open;
    private final Clock clock;

    UsageReport(JdbcClient jdbc, OpenHours open, Clock clock) {
        this.jdbc = jdbc;
        this.open = open;
        this.clock = clock;
    }

    /**
     * One account.
     *
     * @param owner e-mail address; the first by name if there are several
     * @param buckets that existed at some time of the report
     * @param meanGib held on average over the part of the time that has passed
     */
    public record Row(
            UUID accountId,
            String account,
            String owner,
            String plan,
            Standing standing,
            long buckets,
            BigDecimal meanGib,
            Amounts used) {}

    /**
     * Every account, by owner, also those without usage.
     *
     * @param from first UTC day
     * @param to last UTC day, which is in
     * @throws InvalidField if the days are in the wrong order
     */
    @Transactional(readOnly = true, isolation = REPEATABLE_READ) // closed and open hours of one moment
    public List<Row> over(Operator acting, LocalDate from, LocalDate to) {
        acting.requireAny();
        var span = passed(from, to);
        var used = used(span);
        return accounts(span).stream()
                .map(account -> account.row(used.getOrDefault(account.id(), Amounts.NONE), span.seconds()))
                .toList();
    }

    /** As {@link #over}, for spreadsheets: comma-separated, with a row of names first. */
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public void csv(Operator acting, LocalDate from, LocalDate to, Appendable out) {
        var csv = new Csv(out);
        csv.row(
                "account_id",
                "account",
                "owner",
                "plan",
                "standing",
                "buckets",
                "mean_gib",
                "gib_hours",
                "egress_bytes",
                "ingress_bytes",
                "requests_a",
                "requests_b");
        for (var row : over(acting, from, to)) {
            var used = row.used();
            csv.row(
                    row.accountId(),
                    row.account(),
                    row.owner(),
                    row.plan(),
                    row.standing(),
                    row.buckets(),
                    row.meanGib(),
                    used.gibHours(),
                    used.egressBytes(),
                    used.ingressBytes(),
                    used.requestsA(),
                    used.requestsB());
        }
    }

    /** What some accounts hold now; one of which nothing is measured is absent. */
    @Transactional(readOnly = true)
    public Map<UUID, Stored> stored(Operator acting, Collection<UUID> accountIds) {
        acting.requireAny();
        return jdbc.sql("""
                select b.account_id, sum(s.bytes) bytes, sum(s.objects) objects, min(s.measured_at) measured_at
                  from metered_bucket b
                 cross join lateral (select * from storage_sample s where s.bucket_id = b.bucket_id
                                      order by observed_at desc limit 1) s
                 where b.account_id = any(:accounts) and upper_inf(b.valid) group by b.account_id""").param("accounts", accountIds.toArray(UUID[]::new)).query(Held.class).stream()
                .collect(toMap(Held::accountId, Held::stored));
    }

    private record Held(UUID accountId, long bytes, long objects, Instant measuredAt) {
        Stored stored() {
            return new Stored(bytes, objects, measuredAt);
        }
    }

    private Span passed(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) throw new InvalidField("to", "The last day must not be before the first.");
        var whole = new Span(
                from.atStartOfDay(UTC).toInstant(),
                to.plusDays(1).atStartOfDay(UTC).toInstant());
        return whole.within(new Span(whole.from(), clock.instant()));
    }

    private Map<UUID, Amounts> used(Span span) {
        if (span.isEmpty()) return Map.of();
        var sums = new HashMap<UUID, Amounts>();
        for (var closed : closed(span)) closed.addTo(sums);
        for (var hour : open.within(span))
            new Sum(hour.accountId(), hour.meter(), new BigDecimal(hour.quantity())).addTo(sums);
        return sums;
    }

    private List<Sum> closed(Span span) {
        return jdbc.sql("""
                select account_id, meter, sum(quantity) quantity from usage_hour
                 where hour_start >= :from and hour_start < :to group by account_id, meter""")
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .query(Sum.class)
                .list();
    }

    private List<AccountRow> accounts(Span span) {
        return jdbc.sql("""
                select a.id, a.name, a.plan, a.standing,
                       coalesce((select min(u.email) from membership m join app_user u on u.id = m.user_id
                                  where m.account_id = a.id and m.role = 'OWNER'), '') owner,
                       (select count(distinct bucket_id) from metered_bucket b
                         where b.account_id = a.id and b.valid && tstzrange(:from, :to)) buckets
                  from account a order by owner, a.id""")
                .param("from", utc(span.from()))
                .param("to", utc(span.isEmpty() ? span.from() : span.to()))
                .query(AccountRow.class)
                .list();
    }

    private record Sum(UUID accountId, Meter meter, BigDecimal quantity) {
        void addTo(Map<UUID, Amounts> sums) {
            sums.merge(accountId, Amounts.NONE.plus(meter, quantity.toBigIntegerExact()), Amounts::plus);
        }
    }

    private record AccountRow(UUID id, String name, String plan, Standing standing, String owner, long buckets) {
        Row row(Amounts used, long seconds) {
            var mean = seconds == 0
                    ? BigDecimal.ZERO
                    : new BigDecimal(used.byteSeconds())
                            .divide(new BigDecimal(GIB.multiply(BigInteger.valueOf(seconds))), 3, HALF_UP);
            return new Row(id, name, owner, plan, standing, buckets, mean, used);
        }
    }
}
