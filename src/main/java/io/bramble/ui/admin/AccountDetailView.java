package io.bramble.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.bramble.account.Account;
import io.bramble.account.Accounts;
import io.bramble.account.Member;
import io.bramble.account.Operator;
import io.bramble.account.Role;
import io.bramble.billing.Plans;
import io.bramble.billing.Subscriptions;
import io.bramble.metering.BucketUsage;
import io.bramble.metering.Usage;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Panel;
import io.bramble.ui.parts.Table;
import io.bramble.ui.parts.UsageColumns;
import io.bramble.ui.parts.UsageFigures;
import io.bramble.ui.parts.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One account in one place: standing, plan, limits, what it uses, who belongs to it. */
@Route("admin/accounts/:account")
@RolesAllowed({"operator", "support", "finance"})
class AccountDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Accounts accounts;
    private final transient Usage usage;
    private final transient Plans plans;
    private final transient Subscriptions subscriptions;
    private final transient Clock clock;
    private final Operator acting;
    private String title = "Account";

    AccountDetailView(
            Accounts accounts,
            Usage usage,
            Plans plans,
            Subscriptions subscriptions,
            CurrentUser currentUser,
            Clock clock) {
        this.accounts = accounts;
        this.usage = usage;
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.acting = currentUser.operator();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters()
                .get("account")
                .flatMap(AccountDetailView::id)
                .flatMap(id -> accounts.find(acting, id))
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    @Override
    public String getPageTitle() {
        return title + " – Bramble";
    }

    private void show(Account account) {
        title = account.name();
        var month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        var members = accounts.members(acting, account.id());
        removeAll();
        add(
                createHeader(account, members),
                UsageFigures.figures(usage.ofAccount(acting, account.id(), month), clock.instant()),
                createBuckets(usage.byBucket(acting, account.id(), month)),
                createMembers(members),
                createTerms(account));
    }

    private void reload(UUID accountId) {
        accounts.find(acting, accountId).ifPresent(this::show);
    }

    private Div createHeader(Account account, List<Member> members) {
        var path = new Div(new RouterLink("Accounts", AccountsView.class));
        path.addClassName("path");
        var line = new Div(new H1(account.name()), Standings.badge(account.standing()));
        line.addClassName("title-line");
        if (acting.roles().contains("operator")) line.add(createStanding(account, members), createPlan(account));
        var since = new Span("Since " + Dates.day(account.createdAt()));
        since.addClassName("quiet");
        var header = new Div(path, line, since);
        header.addClassName("bucket-header");
        return header;
    }

    private Button createStanding(Account account, List<Member> members) {
        var owner = members.stream()
                .filter(member -> member.role() == Role.OWNER)
                .map(Member::email)
                .findFirst()
                .orElse("");
        return new Button(
                "Change standing …",
                _ -> new StandingDialog(accounts, acting, account, owner, () -> reload(account.id())).open());
    }

    private Button createPlan(Account account) {
        return new Button(
                "Change plan …",
                _ -> new PlanDialog(subscriptions, plans, acting, account, () -> reload(account.id())).open());
    }

    private static Panel createBuckets(List<BucketUsage> buckets) {
        if (buckets.isEmpty())
            return new Panel("Buckets", new Paragraph("None that holds anything or was used this month."));
        var list = new Table<BucketUsage>("Buckets of the account");
        list.addText("Bucket", BucketUsage::name);
        UsageColumns.addTo(list);
        list.setAllRowsVisible(true);
        list.setItems(buckets);
        return new Panel("Buckets", list).withLine("What each holds, and used this month.");
    }

    private static Panel createMembers(List<Member> members) {
        var list = new Table<Member>("Members of the account");
        list.addText("Name", Member::name);
        list.addText("E-mail", Member::email);
        list.addText("Role", member -> Words.of(member.role()));
        var since = list.addText("Since", member -> Dates.day(member.since()), member -> Dates.exact(member.since()));
        list.roomy(since);
        list.setAllRowsVisible(true);
        list.setItems(members);
        return new Panel("Members", list);
    }

    private Panel createTerms(Account account) {
        var limits = account.limits();
        return new Panel(
                plans.plan(account.plan()).title() + " plan",
                new Facts()
                        .fact("Storage", Numbers.bytes(limits.storageBytes()))
                        .fact("Buckets", Numbers.count(limits.buckets()))
                        .fact("Access keys", Numbers.count(limits.keys()))
                        .fact(
                                "Account id",
                                new CopyField("account id", account.id().toString())));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
