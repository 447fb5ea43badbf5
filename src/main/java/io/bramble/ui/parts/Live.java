package io.bramble.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import io.bramble.bucket.BucketChanges;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Keeps what is on a page as true as the account's buckets are, from the moment it is shown until it is gone. */
public final class Live implements BucketChanges.Listener {
    private final UI ui;
    private final @Nullable UUID bucketId;
    private final Command refresh;
    private final AtomicBoolean waiting = new AtomicBoolean();

    private Live(UI ui, @Nullable UUID bucketId, Command refresh) {
        this.ui = ui;
        this.bucketId = bucketId;
        this.refresh = refresh;
    }

    /** @param refresh runs under the page's lock; a change that comes while one is waiting is seen by it */
    public static void follow(Component shown, BucketChanges changes, UUID accountId, Command refresh) {
        follow(shown, changes, accountId, null, refresh);
    }

    /** As above, of one bucket; null for all of the account. */
    public static void follow(
            Component shown, BucketChanges changes, UUID accountId, @Nullable UUID bucketId, Command refresh) {
        shown.addAttachListener(attached -> {
            var news = changes.subscribe(accountId, new Live(attached.getUI(), bucketId, refresh));
            refresh.execute(); // what changed between the reading and now told nobody
            shown.addDetachListener(detached -> {
                news.close();
                detached.unregisterListener();
            });
        });
    }

    @Override
    public void changed(UUID changedId) {
        if (bucketId == null || bucketId.equals(changedId)) missed();
    }

    @Override
    public void missed() {
        if (!waiting.compareAndSet(false, true)) return;
        try {
            var _ = ui.access(() -> {
                waiting.set(false);
                refresh.execute();
            });
        } catch (com.vaadin.flow.component.UIDetachedException gone) {
            // The page was closed between the news and now; its subscription ends with it.
        }
    }
}
