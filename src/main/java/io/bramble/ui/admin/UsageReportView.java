package io.bramble.ui.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.bramble.account.Operator;
import io.bramble.metering.UsageReport;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Csv;
import io.bramble.ui.parts.DayField;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.PageHeader;
import io.bramble.ui.parts.Table;
import io.bramble.ui.parts.Words;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all accounts used over a period, which the address keeps. */
@Route("admin/usage")
@PageTitle("Usage report – Bramble")
@RolesAllowed({"operator", "support", "finance"})
class UsageReportView extends Div implements BeforeEnterObserver {
    private final transient UsageReport report;
    private final transient Clock clock;
    private final Operator acting;

    private record Period(LocalDate from, LocalDate to) {}

    UsageReportView(UsageReport report, CurrentUser currentUser, Clock clock) {
        this.report = report;
        this.clock = clock;
        this.acting = currentUser.operator();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wishes = event.getLocation().getQueryParameters();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var from = wishes.getSingleParameter("from")
                .flatMap(UsageReportView::parse)
                .filter(day -> !day.isAfter(today))
                .orElse(today.withDayOfMonth(1));
        var to = wishes.getSingleParameter("to")
                .flatMap(UsageReportView::parse)
                .filter(day -> !day.isAfter(today))
                .orElse(today);
        removeAll();
        var period = new Period(from, to.isBefore(from) ? from : to);
        add(createHeader(period), createPeriod(period, today), createTable(period));
    }

    private PageHeader createHeader(Period period) {
        var download = new Anchor(
                Csv.download(
                        "bramble-report-" + period.from() + "-" + period.to() + ".csv",
                        out -> report.csv(acting, period.from(), period.to(), out)),
                AttachmentType.DOWNLOAD,
                "Download CSV");
        return new PageHeader("Usage report")
                .withLine("All accounts, by days in UTC. The running hour is in.")
                .withActions(download);
    }

    private Div createPeriod(Period period, LocalDate today) {
        var from = new DayField("First day", period.from());
        var to = new DayField("Last day", period.to());
        to.setMin(period.from());
        from.setMax(today);
        to.setMax(today);
        from.addValueChangeListener(chosen -> go(chosen.getValue(), period.to()));
        to.addValueChangeListener(chosen -> go(period.from(), chosen.getValue()));
        var line = new Div(from, to);
        line.addClassName("field-line");
        return line;
    }

    /** A day that was cleared, or cannot be read, says so at its field. */
    private void go(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null) return;
        UI.getCurrentOrThrow()
                .navigate(
                        UsageReportView.class,
                        QueryParameters.simple(Map.of("from", from.toString(), "to", to.toString())));
    }

    private Table<UsageReport.Row> createTable(Period period) {
        var list = new Table<UsageReport.Row>("Usage of all accounts");
        list.addText("Account", UsageReport.Row::account);
        var owner = list.addText("Owner", UsageReport.Row::owner);
        var plan = list.addText("Plan", UsageReport.Row::plan);
        var standing = list.addText("Standing", row -> Words.of(row.standing()));
        var buckets = list.addNumber("Buckets", row -> Numbers.count(row.buckets()), _ -> "");
        list.addNumber(
                "Stored, mean",
                row -> row.meanGib().toPlainString() + " GiB",
                row -> row.used().gibHours().toPlainString() + " GiB-hours");
        list.addNumber(
                "Downloaded",
                row -> bytes(row.used().egressBytes()),
                row -> exact(row.used().egressBytes()));
        var up = list.addNumber(
                "Uploaded",
                row -> bytes(row.used().ingressBytes()),
                row -> exact(row.used().ingressBytes()));
        var requests = list.addNumber(
                "Requests",
                row -> count(row.used().requestsA().add(row.used().requestsB())),
                row -> count(row.used().requestsA()) + " writes and lists, "
                        + count(row.used().requestsB()) + " reads");
        list.roomy(owner, plan, standing, buckets, up, requests);
        list.setRows((offset, limit) -> report.over(acting, period.from(), period.to()).stream()
                .skip(offset)
                .limit(limit)
                .toList());
        list.setEmptyStateText("No account existed in this period.");
        return list;
    }

    private static Optional<LocalDate> parse(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException garbled) {
            return Optional.empty();
        }
    }

    private static String bytes(BigInteger bytes) {
        return Numbers.bytes(bytes.longValueExact());
    }

    private static String exact(BigInteger bytes) {
        return Numbers.exact(bytes.longValueExact());
    }

    private static String count(BigInteger count) {
        return Numbers.count(count.longValueExact());
    }
}
