package io.bramble.bucket;

import io.bramble.account.AccountScope;
import io.bramble.storage.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Clears away what nobody goes on with. Engines do the same by themselves after three days; this one is in no hurry. */
@Component
class AbandonedUploads {
    static final Duration UPLOADS_LIVE = Duration.ofDays(3);
    private static final Duration ENDED_ARE_KEPT = Duration.ofDays(1);
    private static final int MOST = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedUploads.class);

    private final LargeFileRows files;
    private final UploadRows uploads;
    private final BucketRows buckets;
    private final LargeFileEnd end;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AbandonedUploads(
            LargeFileRows files,
            UploadRows uploads,
            BucketRows buckets,
            LargeFileEnd end,
            TransactionTemplate transactions,
            Clock clock) {
        this.files = files;
        this.uploads = uploads;
        this.buckets = buckets;
        this.end = end;
        this.transactions = transactions;
        this.clock = clock;
    }

    void clear() {
        var since = clock.instant().minus(UPLOADS_LIVE);
        var away = new HashSet<UUID>();
        for (var file : inPlatform(() -> files.abandoned(since, MOST)))
            if (!away.contains(file.bucketId()) && !abort(file)) away.add(file.bucketId());
        inPlatform(() -> {
            uploads.forget(clock.instant().minus(ENDED_ARE_KEPT), since.minus(ENDED_ARE_KEPT));
            return since;
        });
    }

    /**
     * A bucket that goes takes its parts along.
     *
     * @return false when its engine is away, to be asked again in an hour
     */
    private boolean abort(LargeFile file) {
        try {
            var bucket = inPlatform(() -> buckets.find(file.accountId(), file.bucketId()));
            if (bucket.isPresent() && bucket.get().state() == BucketState.READY) end.abort(bucket.get(), file);
            return true;
        } catch (StoreException | BucketNotReady later) {
            LOG.info("The parts of an abandoned upload in bucket {} are cleared later", file.bucketId(), later);
            return !(later instanceof StoreException.StoreUnavailable);
        }
    }

    private <T> T inPlatform(Supplier<T> work) {
        return AccountScope.platform(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }
}
