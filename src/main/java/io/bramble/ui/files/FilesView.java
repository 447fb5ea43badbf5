package io.bramble.ui.files;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.bramble.bucket.BucketView;
import io.bramble.ui.buckets.BucketLayout;
import io.bramble.ui.buckets.OpenBucket;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A bucket's files; the folder, the search and the open file are in the address. */
@Route(value = "files", layout = BucketLayout.class)
@PermitAll
@StyleSheet("context://files.css")
class FilesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient OpenBucket buckets;
    private final transient BucketFiles.Modules modules;
    private final transient Clock clock;
    private @Nullable FileBrowser browser;

    FilesView(OpenBucket buckets, BucketFiles.Modules modules, Clock clock) {
        this.buckets = buckets;
        this.modules = modules;
        this.clock = clock;
        addClassName("files-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var bucket = buckets.of(event.getRouteParameters());
        if (browser == null || !browser.shows(bucket)) browser = open(bucket);
        browser.show(Address.of(event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        return browser == null ? "Files – Bramble" : browser.title();
    }

    private FileBrowser open(BucketView bucket) {
        removeAll();
        var opened = new FileBrowser(modules.filesOf(bucket), clock);
        add(opened);
        return opened;
    }
}
