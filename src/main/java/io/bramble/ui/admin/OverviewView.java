package io.bramble.ui.admin;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.bramble.account.Standing;
import io.bramble.metering.UsageReport;
import io.bramble.provisioning.EngineView;
import io.bramble.provisioning.Engines;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Figure;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.PageHeader;
import io.bramble.ui.parts.Panel;
import io.bramble.ui.parts.Words;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What needs an operator, and the platform in a few figures. */
@Route("admin")
@PageTitle("Overview – Bramble")
@RolesAllowed({"operator", "support", "finance"})
class OverviewView extends Div {
    OverviewView(Engines engines, UsageReport report, CurrentUser currentUser, Clock clock) {
        var acting = currentUser.operator();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var accounts = report.over(acting, today.withDayOfMonth(1), today);
        var all = engines.list(acting);
        addClassName("page");
        add(new PageHeader("Overview"), createAttention(all, accounts), createFigures(all, accounts));
    }

    private static Panel createAttention(List<EngineView> engines, List<UsageReport.Row> accounts) {
        var list = new UnorderedList();
        engines.stream()
                .filter(EngineStates::needsAttention)
                .forEach(engine -> list.add(new ListItem(new Anchor("admin/engines", words(engine)))));
        accounts.stream()
                .filter(account -> account.standing() != Standing.ACTIVE)
                .forEach(account -> list.add(new ListItem(new Anchor(
                        "admin/accounts?q=" + URLEncoder.encode(account.owner(), StandardCharsets.UTF_8),
                        words(account)))));
        var quiet = list.getChildren().findAny().isEmpty();
        return new Panel("Needs attention", quiet ? new Paragraph("Nothing needs you.") : list);
    }

    private static Div createFigures(List<EngineView> engines, List<UsageReport.Row> accounts) {
        var used = sum(engines.stream().map(EngineView::usedBytes).toList());
        var capacity = sum(engines.stream().map(EngineView::capacityBytes).toList());
        var buckets = accounts.stream().mapToLong(UsageReport.Row::buckets).sum();
        var egress = accounts.stream()
                .mapToLong(account -> account.used().egressBytes().longValueExact())
                .sum();
        var figures = new Div(
                new Figure("Accounts", Numbers.count(accounts.size()), "of all standings"),
                new Figure("Buckets", Numbers.count(buckets), "this month, deleted ones too"),
                new Figure("Downloaded", Numbers.bytes(egress), "this month").withExact(Numbers.exact(egress)),
                new Figure("Volumes", Numbers.bytes(used), "of " + Numbers.bytes(capacity))
                        .withExact(Numbers.exact(used)));
        figures.addClassName("figures");
        return figures;
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String words(EngineView engine) {
        if (engine.problem() != null) return "Engine in " + engine.cluster() + ": " + engine.problem();
        return "Engine in " + engine.cluster() + " is nearly full";
    }

    private static String words(UsageReport.Row account) {
        return account.owner() + " is " + Words.of(account.standing()).toLowerCase(Locale.ROOT);
    }
}
