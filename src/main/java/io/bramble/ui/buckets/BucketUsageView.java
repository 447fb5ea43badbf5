package io.bramble.ui.buckets;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.metering.MonthUsage;
import io.bramble.metering.Usage;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Panel;
import io.bramble.ui.parts.Table;
import io.bramble.ui.parts.UsageFigures;
import jakarta.annotation.security.PermitAll;
import java.math.BigInteger;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What a bucket holds and what went in and out this month. */
@Route(value = "usage", layout = BucketLayout.class)
@PermitAll
class BucketUsageView extends Div implements BeforeEnterObserver {
    private final transient Usage usage;
    private final transient OpenBucket openBucket;
    private final transient Clock clock;
    private final Membership acting;

    BucketUsageView(Usage usage, OpenBucket openBucket, CurrentUser currentUser, Clock clock) {
        this.usage = usage;
        this.openBucket = openBucket;
        this.clock = clock;
        this.acting = currentUser.membership();
        addClassName("tab");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(openBucket.of(event.getRouteParameters()));
    }

    private void show(BucketView bucket) {
        var now = clock.instant();
        var used = monthOf(bucket);
        removeAll();
        add(UsageFigures.figures(used, now));
        if (used.days().isEmpty()) return;
        add(
                new Panel("This month by day", UsageFigures.charts(used)).withLine("Days are counted in UTC."),
                createDays(bucket),
                new Paragraph("A day that was not measured is unknown, not zero; it is not billed."));
    }

    private MonthUsage monthOf(BucketView bucket) {
        var month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        return UsageFigures.since(bucket.createdAt(), usage.ofBucket(acting, bucket.id(), month));
    }

    private Table<MonthUsage.Day> createDays(BucketView bucket) {
        var list = new Table<MonthUsage.Day>("Usage by day");
        list.addText("Day", day -> UsageFigures.day(day.date()));
        list.addNumber("Stored", day -> bytes(day, day.meanBytes()), day -> exact(day, day.meanBytes()));
        list.addNumber(
                "Downloaded",
                day -> bytes(day, day.total().egressBytes()),
                day -> exact(day, day.total().egressBytes()));
        list.addNumber(
                "Uploaded",
                day -> bytes(day, day.total().ingressBytes()),
                day -> exact(day, day.total().ingressBytes()));
        var writes =
                list.addNumber("Writes and lists", day -> count(day, day.total().requestsA()), _ -> "");
        var reads = list.addNumber("Reads", day -> count(day, day.total().requestsB()), _ -> "");
        list.roomy(writes, reads);
        list.setRows((offset, limit) -> monthOf(bucket).days().reversed().stream()
                .skip(offset)
                .limit(limit)
                .toList());
        return list;
    }

    private static String bytes(MonthUsage.Day day, long bytes) {
        return day.measured() ? Numbers.bytes(bytes) : "–";
    }

    private static String bytes(MonthUsage.Day day, BigInteger bytes) {
        return bytes(day, bytes.longValueExact());
    }

    private static String exact(MonthUsage.Day day, long bytes) {
        return day.measured() ? Numbers.exact(bytes) : "Not measured";
    }

    private static String exact(MonthUsage.Day day, BigInteger bytes) {
        return exact(day, bytes.longValueExact());
    }

    private static String count(MonthUsage.Day day, BigInteger count) {
        return day.measured() ? Numbers.count(count.longValueExact()) : "–";
    }
}
