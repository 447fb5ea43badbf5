package io.bramble.api;

import io.bramble.account.InvalidField;
import io.bramble.account.Scope;
import io.bramble.billing.Costs;
import io.bramble.billing.Money;
import io.bramble.metering.Amounts;
import io.bramble.metering.MonthUsage;
import io.bramble.metering.Usage;
import io.bramble.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Usage", description = "Measured by the engines, by UTC month, with the time of measurement")
@RestController
@RequestMapping("/api/v1")
class UsageResource {
    /** Four digits, so that no year is beyond what a database can hold. */
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    private final Usage usage;
    private final Costs costs;
    private final CurrentUser user;
    private final Clock clock;

    UsageResource(Usage usage, Costs costs, CurrentUser user, Clock clock) {
        this.usage = usage;
        this.costs = costs;
        this.user = user;
        this.clock = clock;
    }

    @Operation(summary = "The account's usage and its cost by the plan")
    @GetMapping("/usage")
    Report account(@RequestParam(required = false) @Nullable String month) {
        var acting = user.membership(Scope.USAGE_READ);
        var wanted = month(month);
        var used = usage.ofAccount(acting, wanted);
        return Report.of(used, costs.of(acting, wanted, used.total()).total());
    }

    @Operation(summary = "One bucket's usage, deleted ones too")
    @GetMapping("/buckets/{id}/usage")
    Report bucket(@PathVariable UUID id, @RequestParam(required = false) @Nullable String month) {
        return Report.of(usage.ofBucket(user.membership(Scope.USAGE_READ), id, month(month)), null);
    }

    @Operation(summary = "A month's days by bucket, for spreadsheets")
    @GetMapping(value = "/usage.csv", produces = "text/csv")
    String csv(@RequestParam(required = false) @Nullable String month) {
        var text = new StringBuilder();
        usage.csv(user.membership(Scope.USAGE_READ), month(month), text);
        return text.toString();
    }

    private YearMonth month(@Nullable String text) {
        if (text == null) return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        if (!MONTH.matcher(text).matches()) throw new InvalidField("month", "Write a month as 2026-11.");
        return YearMonth.parse(text);
    }

    /**
     * @param storedBytes held now; absent until first measured
     * @param estimatedCost what the month would cost if nothing more were used; for the account only
     */
    record Report(
            String month,
            @Nullable Long storedBytes,
            @Nullable Long objects,
            @Nullable Instant storageMeasuredAt,
            @Nullable Instant trafficMeasuredAt,
            Sums total,
            @Nullable Cost estimatedCost,
            List<Day> days) {
        static Report of(MonthUsage used, @Nullable Money cost) {
            var stored = used.stored();
            return new Report(
                    used.month().toString(),
                    stored == null ? null : stored.bytes(),
                    stored == null ? null : stored.objects(),
                    stored == null ? null : stored.measuredAt(),
                    used.trafficMeasuredAt(),
                    Sums.of(used.total()),
                    cost == null ? null : new Cost(cost.minor(), cost.currency().getCurrencyCode()),
                    used.days().stream().map(Day::of).toList());
        }
    }

    record Sums(
            BigInteger storageByteSeconds,
            BigInteger egressBytes,
            BigInteger ingressBytes,
            BigInteger requestsA,
            BigInteger requestsB) {
        static Sums of(Amounts used) {
            return new Sums(
                    used.byteSeconds(), used.egressBytes(), used.ingressBytes(), used.requestsA(), used.requestsB());
        }
    }

    record Cost(long minor, String currency) {}

    /** @param measured false for a day on which no engine was asked: unknown, which is not zero */
    record Day(LocalDate date, long meanBytes, Sums total, boolean measured) {
        static Day of(MonthUsage.Day day) {
            return new Day(day.date(), day.meanBytes(), Sums.of(day.total()), day.measured());
        }
    }
}
