package io.bramble.ui.buckets;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketQuery;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.metering.Stored;
import io.bramble.metering.Usage;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.EmptyState;
import io.bramble.ui.parts.Holding;
import io.bramble.ui.parts.Leave;
import io.bramble.ui.parts.Live;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.PageHeader;
import io.bramble.ui.parts.SearchField;
import io.bramble.ui.parts.StateText;
import io.bramble.ui.parts.Table;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account's buckets. The address keeps what is searched; {@code ?create} opens the dialog. */
@Route("buckets")
@PageTitle("Buckets – Bramble")
@PermitAll
class BucketsView extends Div implements AfterNavigationObserver {
    private final transient Buckets buckets;
    private final transient Usage usage;
    private final transient NewBuckets newBuckets;
    private final transient Leave leave;
    private final transient Clock clock;
    private final Membership acting;
    private final SearchField search = new SearchField("buckets by name", BucketsView::keepInAddress);
    private final Table<Row> table;

    private record Row(BucketView bucket, @Nullable Stored stored) {}

    BucketsView(
            Buckets buckets,
            Usage usage,
            NewBuckets newBuckets,
            Leave leave,
            BucketChanges changes,
            CurrentUser currentUser,
            Clock clock) {
        this.buckets = buckets;
        this.usage = usage;
        this.newBuckets = newBuckets;
        this.leave = leave;
        this.clock = clock;
        this.acting = currentUser.membership();
        addClassName("page");
        table = createTable();
        add(createHeader(), search, table);
        Live.follow(this, changes, acting.accountId(), table::reload);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var wishes = event.getLocation().getQueryParameters();
        search.setValue(wishes.getSingleParameter("q").orElse(""));
        table.setRows(this::slice);
        if (!wishes.getParameters().containsKey("create")) return;
        forgetInAddress();
        if (leave.toWrite(acting)) newBuckets.open(acting);
    }

    /** So that loading the page again does not open the dialog again. */
    private static void forgetInAddress() {
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, "buckets");
    }

    private List<Row> slice(int offset, int limit) {
        var page = buckets.list(acting, BucketQuery.slice(search.getValue().strip(), offset, limit));
        var stored = page.isEmpty() ? Map.<java.util.UUID, Stored>of() : usage.stored(acting);
        return page.stream()
                .map(bucket -> new Row(bucket, stored.get(bucket.id())))
                .toList();
    }

    private PageHeader createHeader() {
        var create = createButton("Create bucket");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.getElement().setAttribute("data-shortcut", "c");
        return new PageHeader("Buckets").withActions(create);
    }

    private Button createButton(String text) {
        var create = new Button(text, _ -> newBuckets.open(acting));
        create.setVisible(acting.role().writes());
        leave.toWrite(acting, create);
        return create;
    }

    private static void keepInAddress(String text) {
        var wishes = text.isEmpty() ? QueryParameters.empty() : QueryParameters.of("q", text);
        UI.getCurrentOrThrow().navigate(BucketsView.class, wishes);
    }

    private Table<Row> createTable() {
        var list = new Table<Row>("Buckets");
        list.addColumn(createName())
                .setHeader("Name")
                .setKey("Name")
                .setFlexGrow(1)
                .setWidth("10rem");
        var state = list.addBadge("State", row -> StateText.of(row.bucket()), row -> StateText.theme(row.bucket()));
        var size = list.addNumber("Size", row -> Holding.size(row.stored()), this::measured);
        var objects = list.addNumber("Objects", row -> Holding.objects(row.stored()), this::measured);
        var created = list.addText(
                "Created",
                row -> Dates.relative(row.bucket().createdAt(), clock.instant()),
                row -> Dates.exact(row.bucket().createdAt()));
        created.setFlexGrow(0);
        list.addAction("Restore", row -> row.bucket().state() == BucketState.DELETED, this::restore);
        list.roomy(state, size, objects, created);
        list.setEmptyStateComponent(new EmptyState(
                VaadinIcon.DATABASE,
                "No buckets here",
                "A bucket holds your files and has an address that every S3 program understands.",
                createButton("Create a bucket")));
        return list;
    }

    private static LitRenderer<Row> createName() {
        return LitRenderer.<Row>of("<div class='bucket-name'><a href=${item.page}>${item.text}</a>"
                        + "<span class='copy-field quiet'><code title=${item.url}>${item.url}</code>"
                        + "<vaadin-button class='copy-button' theme='tertiary small' data-copy=${item.url}"
                        + " aria-label=${'Copy URL of ' + item.text}><vaadin-icon icon='vaadin:copy-o' slot='prefix'>"
                        + "</vaadin-icon><vaadin-icon icon='vaadin:check' slot='suffix'></vaadin-icon></vaadin-button>"
                        + "</span><span class='narrow'>${item.narrow}</span></div>")
                .withProperty("text", row -> row.bucket().name())
                .withProperty(
                        "page",
                        row -> "b/" + row.bucket().namespace() + "/"
                                + row.bucket().name() + "/files")
                .withProperty("narrow", row -> StateText.of(row.bucket()) + " · " + Holding.size(row.stored()))
                .withProperty("url", row -> row.bucket().url());
    }

    private String measured(Row row) {
        return Holding.exact(row.stored(), clock.instant());
    }

    private void restore(Row row) {
        buckets.restore(acting, row.bucket().id());
        table.reload();
        Notices.done("Restoring " + row.bucket().name() + ".");
    }
}
