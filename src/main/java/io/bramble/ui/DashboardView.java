package io.bramble.ui;

import static java.time.ZoneOffset.UTC;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.billing.Costs;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketQuery;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.metering.MonthUsage;
import io.bramble.metering.Usage;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.EmptyState;
import io.bramble.ui.parts.Figure;
import io.bramble.ui.parts.Leave;
import io.bramble.ui.parts.Live;
import io.bramble.ui.parts.Money;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.PageHeader;
import io.bramble.ui.parts.Panel;
import io.bramble.ui.parts.UsageFigures;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

/** The first page: what is used, what it costs, the buckets, and what to do next. */
@Route("")
@PageTitle("Dashboard – Bramble")
@PermitAll
class DashboardView extends Div {
    private static final int BUCKETS_SHOWN = 6;

    private final transient Accounts accounts;
    private final transient Buckets buckets;
    private final transient Usage usage;
    private final transient Costs costs;
    private final transient Leave leave;
    private final transient Clock clock;
    private final Membership acting;

    DashboardView(
            Accounts accounts,
            Buckets buckets,
            Usage usage,
            Costs costs,
            Leave leave,
            BucketChanges changes,
            CurrentUser currentUser,
            Clock clock) {
        this.accounts = accounts;
        this.buckets = buckets;
        this.usage = usage;
        this.costs = costs;
        this.leave = leave;
        this.clock = clock;
        this.acting = currentUser.membership();
        addClassName("page");
        show();
        Live.follow(this, changes, acting.accountId(), this::show);
    }

    private void show() {
        removeAll();
        var some = buckets.list(acting, new BucketQuery("", false, null, 0, BUCKETS_SHOWN + 1));
        add(new PageHeader("Dashboard").withLine(accounts.get(acting).name()));
        if (some.isEmpty()) add(createBeginning());
        else add(createFigures(usage.current(acting).month()), createBuckets(some), createNext());
    }

    private EmptyState createBeginning() {
        var create = createButton("Create your first bucket");
        return new EmptyState(
                VaadinIcon.DATABASE,
                "Your storage is ready",
                "Make a bucket, drop files into it, and give your programs a key. It takes a few seconds.",
                create);
    }

    private Button createButton(String text) {
        var create =
                new Button(text, _ -> UI.getCurrentOrThrow().navigate("buckets", QueryParameters.of("create", "")));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.getElement().setAttribute("data-shortcut", "c");
        create.setVisible(acting.role().writes());
        leave.toWrite(acting, create);
        return create;
    }

    private Div createFigures(MonthUsage used) {
        var now = clock.instant();
        var cost = costs.of(acting, YearMonth.from(now.atOffset(UTC)), used.total())
                .total();
        var figures = new Div(
                createStored(used),
                UsageFigures.objects(used, now),
                UsageFigures.traffic("Downloaded", used.total().egressBytes(), used, now),
                UsageFigures.traffic("Uploaded", used.total().ingressBytes(), used, now),
                new Figure("Cost this month", Money.of(cost), "estimated, so far"));
        figures.addClassName("figures");
        return figures;
    }

    private Figure createStored(MonthUsage used) {
        var figure = UsageFigures.stored(used, clock.instant());
        var limit = accounts.get(acting).limits().storageBytes();
        if (used.stored() == null || limit == 0) return figure;
        var share = new ProgressBar(0, limit, Math.min(limit, used.stored().bytes()));
        share.getElement().setAttribute("aria-label", "Share of " + Numbers.bytes(limit));
        figure.add(share);
        return figure;
    }

    private Panel createBuckets(List<BucketView> some) {
        var cards = new Div();
        cards.addClassName("bucket-cards");
        var stored = usage.stored(acting);
        some.stream()
                .limit(BUCKETS_SHOWN)
                .forEach(bucket -> cards.add(new BucketCard(bucket, stored.get(bucket.id()))));
        var panel = new Panel("Buckets", cards).withAction(new Anchor("buckets", "All buckets"));
        panel.addClassName("plain");
        return panel;
    }

    private static Panel createNext() {
        var docs = new Anchor("/docs", "Read the guide", AnchorTarget.BLANK);
        docs.setRouterIgnore(true);
        var panel = new Panel(
                "Next steps",
                new UnorderedList(
                        new ListItem(new Anchor("buckets?create", "Create another bucket")),
                        new ListItem(new Anchor("tokens", "Make an API token for scripts and pipelines")),
                        new ListItem(new Anchor("usage", "See usage and cost by bucket")),
                        new ListItem(docs)));
        panel.addClassName("plain");
        return panel;
    }
}
