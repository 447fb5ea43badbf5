package io.bramble.ui.shares;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Share;
import io.bramble.bucket.Shares;
import io.bramble.security.CurrentUser;
import io.bramble.ui.buckets.BucketLayout;
import io.bramble.ui.buckets.OpenBucket;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.EmptyState;
import io.bramble.ui.parts.Leave;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Question;
import io.bramble.ui.parts.Table;
import io.bramble.ui.parts.Words;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links that lead into a bucket. */
@Route(value = "links", layout = BucketLayout.class)
@PermitAll
class SharesView extends Div implements BeforeEnterObserver {
    private final transient Shares shares;
    private final transient OpenBucket openBucket;
    private final transient Clock clock;
    private final transient Leave leave;
    private final Membership acting;
    private final Table<Share> table;
    private @Nullable BucketView bucket;

    SharesView(Shares shares, OpenBucket openBucket, Leave leave, CurrentUser currentUser, Clock clock) {
        this.shares = shares;
        this.openBucket = openBucket;
        this.leave = leave;
        this.clock = clock;
        this.acting = currentUser.membership();
        addClassName("tab");
        table = createTable();
        var bar = createBar();
        add(bar);
        if (acting.role().writes()) add(createChosen(bar));
        add(table);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = openBucket.of(event.getRouteParameters());
        bucket = found;
        table.setRows((offset, limit) -> list(found, offset, limit));
    }

    /** Whoever sees a link may use it, so those who only look see none. */
    private List<Share> list(BucketView found, int offset, int limit) {
        return acting.role().writes() ? shares.list(acting, found.id(), offset, limit) : List.of();
    }

    private Div createBar() {
        var request = createButton("Ask for files", () -> open(Share.Kind.UPLOAD));
        var create = createButton("Share a link", () -> open(Share.Kind.DOWNLOAD));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.getElement().setAttribute("data-shortcut", "c");
        var buttons = new Div(request, create);
        buttons.addClassName("bar-buttons");
        var bar = new Div(
                new Div("People without an account download files, or send some, by a link that you can take back."),
                buttons);
        bar.addClassName("bar");
        return bar;
    }

    private ChosenLinks createChosen(Div bar) {
        table.setSelectionMode(Grid.SelectionMode.MULTI);
        var chosen = new ChosenLinks(this::askToRevoke, table::deselectAll);
        table.addSelectionListener(change -> {
            bar.setVisible(change.getAllSelectedItems().isEmpty());
            chosen.show(change.getAllSelectedItems());
        });
        return chosen;
    }

    private Button createButton(String text, Runnable action) {
        var button = new Button(text, _ -> action.run());
        button.setVisible(acting.role().writes());
        leave.toWrite(acting, button);
        return button;
    }

    private void open(Share.Kind kind) {
        if (bucket == null) return;
        var dialog = kind == Share.Kind.UPLOAD
                ? NewShareDialog.request(shares, clock, acting, bucket, "", table::reload)
                : NewShareDialog.download(shares, clock, acting, bucket, "", table::reload);
        dialog.open();
    }

    private Table<Share> createTable() {
        var list = new Table<Share>("Links");
        list.addColumn(createName()).setHeader("Name").setKey("Name").setFlexGrow(3);
        var use = list.addText("Used", SharesView::use);
        var created = list.addText(
                "Created",
                share -> Dates.relative(share.createdAt(), clock.instant()),
                share -> Dates.exact(share.createdAt()) + " by " + share.createdBy());
        var expires = list.addText("Ends", this::ends, share -> Dates.exact(share.expiresAt()));
        var state = list.addBadge("State", share -> Words.of(share.state()), SharesView::theme);
        list.addColumn(createCopy()).setKey("Copy").setAutoWidth(true).setFlexGrow(0);
        list.addAction("Revoke", share -> share.state() != Share.State.REVOKED, share -> askToRevoke(List.of(share)));
        list.roomy(use, created, expires, state);
        list.setEmptyStateComponent(new EmptyState(
                VaadinIcon.SHARE,
                "No links yet",
                acting.role().writes()
                        ? "Share a file or a folder with somebody who has no account, or ask them for files."
                        : "Links are shown to those who may write.",
                createButton("Share your first link", () -> open(Share.Kind.DOWNLOAD))));
        return list;
    }

    private LitRenderer<Share> createName() {
        return LitRenderer.<Share>of("<div class='stacked'><span title=${item.name}>${item.name}</span>"
                        + "<span class='quiet' title=${item.what}>${item.what}</span>"
                        + "<span class='narrow'>${item.about}</span></div>")
                .withProperty("name", Share::name)
                .withProperty("what", SharesView::what)
                .withProperty("about", share -> {
                    var ends = ends(share);
                    return Words.of(share.state()) + (ends.isEmpty() ? "" : " · ends " + ends);
                });
    }

    /** Nothing for a link that has ended before its time. */
    private String ends(Share share) {
        return share.state() == Share.State.REVOKED ? "" : Dates.relative(share.expiresAt(), clock.instant());
    }

    private static LitRenderer<Share> createCopy() {
        return LitRenderer.<Share>of("<vaadin-button class='copy-button' theme='tertiary small' data-copy=${item.url}"
                        + " ?hidden=${!item.works} aria-label='Copy link'><vaadin-icon icon='vaadin:copy-o'"
                        + " slot='prefix'></vaadin-icon><vaadin-icon icon='vaadin:check' slot='suffix'></vaadin-icon>"
                        + "</vaadin-button>")
                .withProperty("url", Share::url)
                .withProperty("works", share -> share.state() == Share.State.ACTIVE);
    }

    private void askToRevoke(List<Share> chosen) {
        var what = chosen.size() == 1 ? chosen.getFirst().name() : Numbers.count(chosen.size(), "link");
        var text = "Whoever has " + (chosen.size() == 1 ? "this link" : "one of these links")
                + " finds nothing from now on. Downloads and uploads that have begun end within minutes."
                + " This cannot be undone; you can make another link.";
        new Question("Revoke " + what + "?", text, "Revoke", () -> {
                    chosen.forEach(share -> shares.revoke(acting, share.id()));
                    table.deselectAll();
                    table.reload();
                    Notices.done("Revoked " + what + ".");
                })
                .open();
    }

    private static String what(Share share) {
        var path = share.path().isEmpty() ? "the whole bucket" : share.path();
        var lock = share.hasPassword() ? ", with password" : "";
        return (share.kind() == Share.Kind.UPLOAD ? "takes files into " : "") + path + lock;
    }

    private static String use(Share share) {
        if (share.kind() == Share.Kind.UPLOAD)
            return Numbers.count(share.receivedFiles(), "file") + ", " + Numbers.bytes(share.receivedBytes());
        var limit = share.mostDownloads();
        return limit == null
                ? Numbers.count(share.downloads(), "download")
                : Numbers.count(share.downloads()) + " of " + Numbers.count(limit, "download");
    }

    private static String theme(Share share) {
        return switch (share.state()) {
            case ACTIVE -> "success";
            case USED_UP -> "warning";
            case EXPIRED, REVOKED -> "";
        };
    }
}
