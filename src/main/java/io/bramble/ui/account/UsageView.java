package io.bramble.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.billing.Costs;
import io.bramble.metering.MonthUsage;
import io.bramble.metering.Usage;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Csv;
import io.bramble.ui.parts.Figure;
import io.bramble.ui.parts.Money;
import io.bramble.ui.parts.PageHeader;
import io.bramble.ui.parts.Panel;
import io.bramble.ui.parts.UsageFigures;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A month of the whole account: what was used, by bucket, and what it costs. */
@Route("usage")
@PageTitle("Usage – Bramble")
@PermitAll
class UsageView extends Div implements BeforeEnterObserver {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final transient Usage usage;
    private final transient Costs costs;
    private final transient Clock clock;
    private final Membership acting;
    private final Instant begun;
    private final YearMonth first;

    UsageView(Usage usage, Costs costs, Accounts accounts, CurrentUser currentUser, Clock clock) {
        this.usage = usage;
        this.costs = costs;
        this.clock = clock;
        this.acting = currentUser.membership();
        this.begun = accounts.get(acting).createdAt();
        this.first = month(begun);
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("month")
                .orElse("");
        show(months().stream()
                .filter(month -> month.toString().equals(wanted))
                .findFirst()
                .orElse(months().getFirst()));
    }

    private void show(YearMonth month) {
        var now = clock.instant();
        var used = UsageFigures.since(begun, usage.ofAccount(acting, month));
        var estimate = costs.of(acting, month, used.total());
        var figures = UsageFigures.figures(used, now);
        figures.add(new Figure("Cost so far", Money.of(estimate.total()), "estimated by your plan"));
        removeAll();
        add(
                createHeader(month),
                figures,
                new BucketCosts(usage.byBucket(acting, month), estimate),
                new CostLines(estimate));
        if (!used.days().isEmpty()) add(createDays(used));
    }

    private static Panel createDays(MonthUsage used) {
        return new Panel("By day", UsageFigures.charts(used)).withLine("Days are counted in UTC.");
    }

    private PageHeader createHeader(YearMonth month) {
        var download = new Anchor(
                Csv.download("bramble-usage-" + month + ".csv", out -> usage.csv(acting, month, out)),
                AttachmentType.DOWNLOAD,
                "Download CSV");
        return new PageHeader("Usage")
                .withLine("Measured by the storage engines, by month in UTC. Failed requests cost nothing.")
                .withActions(createMonth(month), download);
    }

    private Select<YearMonth> createMonth(YearMonth shown) {
        var choice = new Select<YearMonth>();
        choice.setAriaLabel("Month");
        choice.setItems(months());
        choice.setItemLabelGenerator(MONTH::format);
        choice.setValue(shown);
        choice.addValueChangeListener(chosen -> UI.getCurrentOrThrow()
                .navigate(
                        UsageView.class,
                        QueryParameters.of("month", chosen.getValue().toString())));
        return choice;
    }

    private List<YearMonth> months() {
        return Stream.iterate(month(clock.instant()), month -> !month.isBefore(first), month -> month.minusMonths(1))
                .toList();
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }
}
