package io.bramble.bucket;

import io.bramble.work.Notifications;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells open pages which buckets changed, whichever process changed them. */
@Component
public class BucketChanges {
    static final String CHANNEL = "bramble_bucket";

    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();

    BucketChanges(Notifications notifications) {
        notifications.listen(CHANNEL, new Notifications.Listener(this::receive, this::afterGap));
    }

    /** Ends the subscription; may be called twice. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** What a page does with the news; on a thread of its own, and quickly. */
    public interface Listener {
        void changed(UUID bucketId);

        /** News may have been lost: read everything that is shown again. */
        void missed();
    }

    private record Subscription(UUID accountId, Listener listener) {}

    public Registration subscribe(UUID accountId, Listener listener) {
        var subscription = new Subscription(accountId, listener);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    private void receive(String news) {
        var parts = news.split(" ", 2);
        var accountId = UUID.fromString(parts[0]);
        var bucketId = UUID.fromString(parts[1]);
        tell(subscription -> {
            if (subscription.accountId().equals(accountId))
                subscription.listener().changed(bucketId);
        });
    }

    private void afterGap() {
        tell(subscription -> subscription.listener().missed());
    }

    /** One page that fails must not keep the news from the others. */
    private void tell(Consumer<Subscription> news) {
        for (var subscription : subscriptions) Thread.ofVirtual().start(() -> news.accept(subscription));
    }
}
