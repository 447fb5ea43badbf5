package io.bramble.ui.buckets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RoutePrefix;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import io.bramble.account.Membership;
import io.bramble.account.Role;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.security.CurrentUser;
import io.bramble.ui.MainLayout;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Leave;
import io.bramble.ui.parts.Live;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.StateText;
import io.bramble.ui.parts.Trouble;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What surrounds a bucket's pages: its name, state and address, and the tabs. */
@RoutePrefix("b/:namespace/:bucket")
@ParentLayout(MainLayout.class)
@PermitAll
public final class BucketLayout extends Div implements RouterLayout, BeforeEnterObserver {
    private static final List<String> TABS = List.of("files", "links", "keys", "usage", "settings");

    private final transient OpenBucket openBucket;
    private final transient Buckets buckets;
    private final transient Leave leave;
    private final Membership acting;
    private final Header header = new Header();
    private final Nav tabs = new Nav();
    private final Div content = new Div();
    private final Paragraph gone = new Paragraph(
            "Nothing in this bucket can be read or written. Restored, it comes back with its files and its keys.");
    private @Nullable BucketView bucket;

    BucketLayout(OpenBucket openBucket, Buckets buckets, BucketChanges changes, Leave leave, CurrentUser currentUser) {
        this.openBucket = openBucket;
        this.buckets = buckets;
        this.leave = leave;
        this.acting = currentUser.membership();
        addClassNames("page", "bucket-page");
        header.addClassName("bucket-header");
        content.addClassName("tab-content");
        tabs.addClassName("tabs");
        tabs.getElement().setAttribute("aria-label", "This bucket");
        add(header, gone, tabs, content);
        Live.follow(this, changes, acting.accountId(), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = openBucket.of(event.getRouteParameters());
        show(found);
        showTabs(found, event.getLocation().getSegments().getLast());
        UI.getCurrentOrThrow().getPage().setTitle(found.name() + " – Bramble");
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement tab) {
        if (tab != null) content.getElement().appendChild(tab.getElement());
    }

    private void refresh() {
        if (bucket != null) show(buckets.find(acting, bucket.namespace(), bucket.name()));
    }

    private void show(BucketView found) {
        if (found.equals(bucket)) return;
        bucket = found;
        header.removeAll();
        header.add(createPath(found), createTitle(found), createAddress(found));
        if (found.problem() != null) header.add(new Trouble(found.problem()));
        gone.setVisible(found.state() == BucketState.DELETED);
        showContent(found.state() != BucketState.DELETED && found.state() != BucketState.PURGING);
    }

    /** Of a deleted bucket nothing is offered but its way back. */
    private void showContent(boolean there) {
        if (there) add(tabs, content);
        else remove(tabs, content);
    }

    private static Component createPath(BucketView found) {
        var path = new Div(new RouterLink("Buckets", BucketsView.class), new Span("/"), new Span(found.namespace()));
        path.addClassName("path");
        return path;
    }

    private Component createTitle(BucketView found) {
        var title = new Div(new H1(found.name()), StateText.badge(found));
        title.addClassName("title-line");
        if (found.state() == BucketState.DELETED && mayRestore()) title.add(createRestore(found));
        return title;
    }

    private static Component createAddress(BucketView found) {
        var region = new Span("Region " + found.region());
        region.addClassName("quiet");
        var address = new Div(new CopyField("URL", found.url()), region);
        address.addClassName("address");
        return address;
    }

    private boolean mayRestore() {
        return acting.role() == Role.OWNER || acting.role() == Role.ADMIN;
    }

    private Button createRestore(BucketView found) {
        var button = new Button("Restore", _ -> restore(found));
        leave.toWrite(acting, button);
        return button;
    }

    private void restore(BucketView found) {
        show(buckets.restore(acting, found.id()));
        Notices.done("Restoring " + found.name() + ".");
    }

    /** Pages with addresses of their own, so links: a tab would be a part of one page. */
    private void showTabs(BucketView found, String current) {
        tabs.removeAll();
        for (var name : TABS) tabs.add(createTab(found, name, name.equals(current)));
    }

    private static Anchor createTab(BucketView found, String name, boolean isHere) {
        var link = new Anchor(
                "b/" + found.namespace() + "/" + found.name() + "/" + name,
                Character.toUpperCase(name.charAt(0)) + name.substring(1));
        if (isHere) link.getElement().setAttribute("aria-current", "page");
        return link;
    }
}
