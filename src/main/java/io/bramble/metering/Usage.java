package io.bramble.metering;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;
import static org.springframework.transaction.annotation.Isolation.REPEATABLE_READ;

import io.bramble.account.Membership;
import io.bramble.account.Operator;
import io.bramble.bucket.BucketNotFound;
import io.bramble.metering.UsageSums.BucketStored;
import io.bramble.metering.UsageSums.DaySum;
import io.bramble.metering.UsageSums.Name;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an account's buckets used, by UTC month; the running hour is in. */
@Component
public class Usage {
    private final UsageSums sums;
    private final Freshness freshness;
    private final Clock clock;

    Usage(UsageSums sums, Freshness freshness, Clock clock) {
        this.sums = sums;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** One bucket, deleted ones too. */
    @Transactional(readOnly = true, isolation = REPEATABLE_READ) // closed and open hours of one moment
    public MonthUsage ofBucket(Membership acting, UUID bucketId, YearMonth month) {
        if (sums.names(acting.accountId()).stream()
                .noneMatch(name -> name.bucketId().equals(bucketId))) throw new BucketNotFound();
        var days = days(acting.accountId(), month).stream()
                .filter(day -> day.resourceId().equals(bucketId));
        var stored = sums.stored(acting.accountId()).stream()
                .filter(bucket -> bucket.bucketId().equals(bucketId));
        return usage(
                acting.accountId(),
                month,
                days.toList(),
                stored.map(BucketStored::stored).findFirst().orElse(null));
    }

    /** The whole account. */
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public MonthUsage ofAccount(Membership acting, YearMonth month) {
        return ofAccount(acting.accountId(), month);
    }

    /** Any account, for the platform's staff. */
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public MonthUsage ofAccount(Operator acting, UUID account, YearMonth month) {
        acting.requireAny();
        return ofAccount(account, month);
    }

    private MonthUsage ofAccount(UUID account, YearMonth month) {
        return usage(account, month, days(account, month), total(sums.stored(account)));
    }

    /** What the account holds, by bucket and in all, and the running month. */
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public CurrentUsage current(Membership acting) {
        var stored = sums.stored(acting.accountId());
        var month = YearMonth.from(clock.instant().atOffset(UTC));
        return new CurrentUsage(
                stored.stream().collect(toMap(BucketStored::bucketId, BucketStored::stored)),
                usage(acting.accountId(), month, days(acting.accountId(), month), total(stored)));
    }

    /** What each of the account's buckets holds; one not yet measured is absent. */
    @Transactional(readOnly = true)
    public Map<UUID, Stored> stored(Membership acting) {
        return stored(acting.accountId());
    }

    private Map<UUID, Stored> stored(UUID account) {
        return sums.stored(account).stream().collect(toMap(BucketStored::bucketId, BucketStored::stored));
    }

    /** A month by bucket, by name: all that hold or used something, deleted ones too. */
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public List<BucketUsage> byBucket(Membership acting, YearMonth month) {
        return byBucket(acting.accountId(), month);
    }

    /** The buckets of any account, for the platform's staff. */
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public List<BucketUsage> byBucket(Operator acting, UUID account, YearMonth month) {
        acting.requireAny();
        return byBucket(account, month);
    }

    private List<BucketUsage> byBucket(UUID account, YearMonth month) {
        var stored = stored(account);
        var used = days(account, month).stream()
                .collect(toMap(
                        DaySum::resourceId, day -> Amounts.NONE.plus(day.meter(), day.quantity()), Amounts::plus));
        return sums.names(account).stream()
                .filter(name -> used.containsKey(name.bucketId()) || stored.containsKey(name.bucketId()))
                .map(name -> new BucketUsage(
                        name.bucketId(),
                        name.name(),
                        used.getOrDefault(name.bucketId(), Amounts.NONE),
                        stored.get(name.bucketId())))
                .sorted(Comparator.comparing(BucketUsage::name))
                .toList();
    }

    /** A month's days by bucket, for spreadsheets; a bucket without usage on a day has no row there. */
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public void csv(Membership acting, YearMonth month, Appendable out) {
        var names = sums.names(acting.accountId()).stream().collect(toMap(Name::bucketId, Name::name));
        var rows = new TreeMap<BucketDay, Amounts>(Comparator.comparing(BucketDay::day)
                .thenComparing(BucketDay::bucket)
                .thenComparing(BucketDay::id));
        for (var part : days(acting.accountId(), month))
            rows.merge(
                    new BucketDay(part.day(), names.getOrDefault(part.resourceId(), ""), part.resourceId()),
                    Amounts.NONE.plus(part.meter(), part.quantity()),
                    Amounts::plus);
        var csv = new Csv(out);
        csv.row("date", "bucket", "gib_hours", "egress_bytes", "ingress_bytes", "requests_a", "requests_b");
        rows.forEach((row, used) -> csv.row(
                row.day(),
                row.bucket(),
                used.gibHours(),
                used.egressBytes(),
                used.ingressBytes(),
                used.requestsA(),
                used.requestsB()));
    }

    private record BucketDay(LocalDate day, String bucket, UUID id) {}

    private List<DaySum> days(UUID account, YearMonth month) {
        var span = passed(month);
        return span.isEmpty() ? List.of() : sums.byDay(account, span);
    }

    private MonthUsage usage(UUID account, YearMonth month, List<DaySum> parts, @Nullable Stored stored) {
        var byDay = new TreeMap<LocalDate, Amounts>();
        var total = Amounts.NONE;
        for (var part : parts) {
            total = total.plus(part.meter(), part.quantity());
            byDay.merge(part.day(), Amounts.NONE.plus(part.meter(), part.quantity()), Amounts::plus);
        }
        return new MonthUsage(
                month, total, stored, freshness.trafficMeasuredAt(account), listed(account, month, byDay));
    }

    private List<MonthUsage.Day> listed(UUID account, YearMonth month, Map<LocalDate, Amounts> byDay) {
        var span = passed(month);
        if (span.isEmpty()) return List.of();
        var measured = freshness.measuredDays(account, span);
        return Stream.iterate(month.atDay(1), day -> start(day).isBefore(span.to()), day -> day.plusDays(1))
                .map(day -> {
                    var amounts = byDay.getOrDefault(day, Amounts.NONE);
                    var seconds = new Span(start(day), start(day.plusDays(1)))
                            .within(span)
                            .seconds();
                    return new MonthUsage.Day(day, amounts, mean(amounts, seconds), measured.contains(day));
                })
                .toList();
    }

    /** The part of a month that is over. */
    private Span passed(YearMonth month) {
        var whole = new Span(start(month.atDay(1)), start(month.plusMonths(1).atDay(1)));
        return whole.within(new Span(whole.from(), clock.instant()));
    }

    private static long mean(Amounts amounts, long seconds) {
        if (seconds == 0) return 0;
        return amounts.byteSeconds().divide(BigInteger.valueOf(seconds)).longValueExact();
    }

    private static @Nullable Stored total(List<BucketStored> buckets) {
        return buckets.stream()
                .map(BucketStored::stored)
                .reduce((one, other) -> new Stored(
                        one.bytes() + other.bytes(),
                        one.objects() + other.objects(),
                        Stream.of(one.measuredAt(), other.measuredAt())
                                .min(Comparator.naturalOrder())
                                .orElseThrow()))
                .orElse(null);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(UTC).toInstant();
    }
}
