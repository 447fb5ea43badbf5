package io.bramble.bucket;

import io.bramble.account.Membership;
import io.bramble.storage.Capability;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.OpenUpload;
import io.bramble.storage.StoreException;
import io.bramble.storage.UploadedPart;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What no listing shows and is stored all the same: old versions, and uploads that nobody finished. */
@Component
public class UnseenBytes {
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 50;
    private static final int MOST_UPLOADS = 100;

    private final Doors doors;
    private final Stores stores;
    private final Clock clock;

    UnseenBytes(Doors doors, Stores stores, Clock clock) {
        this.doors = doors;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * @param atLeast there is more than was counted
     * @param measuredAt when it was counted
     */
    public record Found(Amount oldVersions, Amount openUploads, boolean atLeast, Instant measuredAt) {
        public boolean isNothing() {
            return oldVersions.count() == 0 && openUploads.count() == 0;
        }
    }

    /** So many of them with so many bytes together; delete markers have none. */
    public record Amount(long count, long bytes) {
        static final Amount NONE = new Amount(0, 0);

        Amount plus(long moreBytes) {
            return new Amount(count + 1, bytes + moreBytes);
        }
    }

    /** Counts; looks at 50,000 versions and the parts of 100 uploads at most. */
    public Found count(Membership acting, UUID bucketId) {
        var door = doors.toRead(acting, bucketId, Purpose.MANAGE);
        var keepsVersions = stores.capabilities(door.bucket()).has(Capability.VERSIONING);
        var counting = new Counting(door.store(), door.name());
        var versions = keepsVersions ? counting.oldVersions() : Amount.NONE;
        var uploads = counting.openUploads();
        return new Found(versions, uploads, counting.atLeast, clock.instant());
    }

    private static final class Counting {
        private final ObjectStore store;
        private final String bucket;
        private boolean atLeast;

        Counting(ObjectStore store, String bucket) {
            this.store = store;
            this.bucket = bucket;
        }

        Amount oldVersions() {
            var all = Amount.NONE;
            ObjectVersion.@Nullable Id after = null;
            for (var pages = 0; pages < MOST_PAGES; pages++) {
                var page = store.versions().list(bucket, "", after, PAGE);
                for (var version : page.versions()) if (isOld(version)) all = all.plus(version.sizeBytes());
                after = page.next();
                if (after == null) return all;
            }
            atLeast = true;
            return all;
        }

        private static boolean isOld(ObjectVersion version) {
            return (!version.latest() || version.deleteMarker())
                    && !Canary.owns(version.id().key());
        }

        Amount openUploads() {
            var all = Amount.NONE;
            for (var upload : store.multipart().open(bucket, ""))
                all = all.plus(all.count() < MOST_UPLOADS ? bytes(upload) : unknown());
            return all;
        }

        private long bytes(OpenUpload open) {
            try {
                return store.multipart().parts(open.upload()).stream()
                        .mapToLong(UploadedPart::sizeBytes)
                        .sum();
            } catch (StoreException.NoSuchUpload over) {
                return 0;
            }
        }

        private long unknown() {
            atLeast = true;
            return 0;
        }
    }
}
