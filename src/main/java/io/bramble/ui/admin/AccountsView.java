package io.bramble.ui.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.bramble.account.AccountRow;
import io.bramble.account.Accounts;
import io.bramble.account.Operator;
import io.bramble.metering.Stored;
import io.bramble.metering.UsageReport;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Holding;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.PageHeader;
import io.bramble.ui.parts.SearchField;
import io.bramble.ui.parts.Table;
import io.bramble.ui.parts.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All accounts, with what they hold; operators change their standing here. */
@Route("admin/accounts")
@PageTitle("Accounts – Bramble")
@RolesAllowed({"operator", "support", "finance"})
class AccountsView extends Div implements AfterNavigationObserver {
    private final transient Accounts accounts;
    private final transient UsageReport report;
    private final transient Clock clock;
    private final Operator acting;
    private final SearchField search = new SearchField("accounts by name or e-mail", AccountsView::keepInAddress);
    private final Table<Row> table;

    private record Row(AccountRow account, @Nullable Stored stored) {}

    AccountsView(Accounts accounts, UsageReport report, CurrentUser currentUser, Clock clock) {
        this.accounts = accounts;
        this.report = report;
        this.clock = clock;
        this.acting = currentUser.operator();
        addClassName("page");
        table = createTable();
        add(new PageHeader("Accounts"), search, table);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        search.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        table.setRows(this::slice);
    }

    private List<Row> slice(int offset, int limit) {
        var page = accounts.search(acting, search.getValue().strip(), offset, limit);
        var stored = report.stored(acting, page.stream().map(AccountRow::id).toList());
        return page.stream()
                .map(account -> new Row(account, stored.get(account.id())))
                .toList();
    }

    private static void keepInAddress(String text) {
        UI.getCurrentOrThrow().navigate(AccountsView.class, QueryParameters.of("q", text));
    }

    private Table<Row> createTable() {
        var list = new Table<Row>("Accounts");
        list.addLink(
                "Account",
                row -> row.account().name(),
                row -> "admin/accounts/" + row.account().id());
        var owner = list.addText("Owner", row -> row.account().owner());
        var plan = list.addText("Plan", row -> row.account().plan());
        var stored = list.addNumber("Stored", row -> Holding.size(row.stored()), this::measured);
        var limit = list.addNumber(
                "Limit",
                row -> Numbers.bytes(row.account().storageLimitBytes()),
                row -> Numbers.exact(row.account().storageLimitBytes()));
        list.addBadge(
                "Standing",
                row -> Words.of(row.account().standing()),
                row -> Standings.theme(row.account().standing()));
        var since = list.addText(
                "Since",
                row -> Dates.relative(row.account().createdAt(), clock.instant()),
                row -> Dates.exact(row.account().createdAt()));
        list.addAction("Change standing", _ -> acting.roles().contains("operator"), this::openStanding);
        list.roomy(owner, plan, stored, limit, since);
        list.setEmptyStateText("No account matches.");
        return list;
    }

    private void openStanding(Row shown) {
        var row = shown.account();
        accounts.find(acting, row.id())
                .ifPresent(account -> new StandingDialog(accounts, acting, account, row.owner(), table::reload).open());
    }

    private String measured(Row row) {
        return Holding.exact(row.stored(), clock.instant());
    }
}
