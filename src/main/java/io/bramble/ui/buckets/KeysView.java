package io.bramble.ui.buckets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.bramble.account.Membership;
import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.KeyState;
import io.bramble.bucket.KeyView;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.EmptyState;
import io.bramble.ui.parts.Leave;
import io.bramble.ui.parts.Live;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Question;
import io.bramble.ui.parts.Table;
import io.bramble.ui.parts.Words;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The access keys of a bucket. */
@Route(value = "keys", layout = BucketLayout.class)
@PermitAll
class KeysView extends Div implements BeforeEnterObserver {
    private final transient AccessKeys keys;
    private final transient OpenBucket openBucket;
    private final transient BucketChanges changes;
    private final transient Clock clock;
    private final transient Leave leave;
    private final Membership acting;
    private final Table<KeyView> table;
    private @Nullable BucketView bucket;

    KeysView(
            AccessKeys keys,
            OpenBucket openBucket,
            BucketChanges changes,
            Leave leave,
            CurrentUser currentUser,
            Clock clock) {
        this.keys = keys;
        this.openBucket = openBucket;
        this.changes = changes;
        this.clock = clock;
        this.leave = leave;
        this.acting = currentUser.membership();
        addClassName("tab");
        table = createTable();
        add(createBar(), table);
        Live.follow(this, changes, acting.accountId(), table::reload);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = openBucket.of(event.getRouteParameters());
        bucket = found;
        table.setRows((offset, limit) ->
                keys.list(acting, found.id()).stream().skip(offset).limit(limit).toList());
    }

    private Div createBar() {
        var create = createButton("Create key");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.getElement().setAttribute("data-shortcut", "c");
        var bar = new Div(
                new Div("Programs sign in to this bucket with a key. Each key reaches this bucket alone."), create);
        bar.addClassName("bar");
        return bar;
    }

    private Button createButton(String text) {
        var create = new Button(text, _ -> openDialog());
        create.setVisible(acting.role().writes());
        leave.toWrite(acting, create);
        return create;
    }

    private void openDialog() {
        if (bucket != null) new NewKeyDialog(keys, changes, clock, acting, bucket).open();
    }

    private Table<KeyView> createTable() {
        var list = new Table<KeyView>("Access keys");
        list.addColumn(createName()).setHeader("Name").setKey("Name").setFlexGrow(1);
        var id = list.addColumn(createKeyId())
                .setHeader("Key id")
                .setKey("Key id")
                .setAutoWidth(true);
        var may = list.addText("May", KeysView::may);
        var created = list.addText(
                "Created",
                key -> Dates.relative(key.createdAt(), clock.instant()),
                key -> Dates.exact(key.createdAt()) + " by " + key.createdBy());
        var expires = list.addText(
                "Expires", this::expiry, key -> key.expiresAt() == null ? "" : Dates.exact(key.expiresAt()));
        var state = list.addBadge("State", key -> Words.of(key.state()), KeysView::theme)
                .setAutoWidth(false)
                .setWidth("6.5rem");
        list.addAction("Revoke", this::revocable, this::askToRevoke);
        list.roomy(id, may, created, expires, state);
        list.setEmptyStateComponent(new EmptyState(
                VaadinIcon.KEY,
                "No access keys yet",
                "Make one for each program that uses this bucket, so that you can take each back by itself.",
                createButton("Create your first key")));
        return list;
    }

    private LitRenderer<KeyView> createName() {
        return LitRenderer.<KeyView>of("<div class='stacked'><span>${item.text}</span>"
                        + "<span class='narrow'><code>${item.id}</code><br>${item.about}</span></div>")
                .withProperty("text", KeyView::name)
                .withProperty("id", KeyView::accessKeyId)
                .withProperty("about", key -> Words.of(key.state()) + " · " + may(key) + " · expires: " + expiry(key));
    }

    private static LitRenderer<KeyView> createKeyId() {
        return LitRenderer.<KeyView>of("<span class='copy-field'><code>${item.text}</code><vaadin-button"
                        + " class='copy-button' theme='tertiary small' data-copy=${item.text}"
                        + " aria-label='Copy key id'><vaadin-icon icon='vaadin:copy-o' slot='prefix'></vaadin-icon>"
                        + "<vaadin-icon icon='vaadin:check' slot='suffix'></vaadin-icon></vaadin-button></span>")
                .withProperty("text", KeyView::accessKeyId);
    }

    private void askToRevoke(KeyView key) {
        var text = "Programs that use " + key.accessKeyId()
                + " are refused within seconds, and links signed with it stop working. This cannot be undone.";
        new Question("Revoke " + key.name() + "?", text, "Revoke", () -> {
                    keys.revoke(acting, key.id());
                    table.reload();
                    Notices.done("Revoked " + key.name() + ".");
                })
                .open();
    }

    private boolean revocable(KeyView key) {
        return acting.role().writes() && (key.state() == KeyState.ACTIVE || key.state() == KeyState.PENDING);
    }

    private static String may(KeyView key) {
        return permission(key) + (key.prefix().isEmpty() ? "" : " in " + key.prefix());
    }

    static String permission(KeyView key) {
        return switch (key.permission()) {
            case READ -> "Read";
            case WRITE -> "Write";
            case READ_WRITE -> "Read and write";
        };
    }

    private String expiry(KeyView key) {
        if (key.state() == KeyState.REVOKED || key.state() == KeyState.REVOKING) return "–";
        return key.expiresAt() == null ? "Never" : Dates.relative(key.expiresAt(), clock.instant());
    }

    private static String theme(KeyView key) {
        return switch (key.state()) {
            case ACTIVE -> "success";
            case PENDING, REVOKING -> "info";
            case LOST -> "error";
            case REVOKED, EXPIRED -> "";
        };
    }
}
