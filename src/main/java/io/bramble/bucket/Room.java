package io.bramble.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts wished bytes against what is left, and tells where it is short. */
final class Room {
    private final long limitBytes;
    private final @Nullable Long quotaBytes;
    private final UploadRows.Committed committed;
    private final @Nullable Share asked;
    private long added;

    /**
     * @param quotaBytes of the bucket; null for the account's limit alone
     * @param asked the link that the files come by; null for a member's
     */
    Room(long limitBytes, @Nullable Long quotaBytes, UploadRows.Committed committed, @Nullable Share asked) {
        this.limitBytes = limitBytes;
        this.quotaBytes = quotaBytes;
        this.committed = committed;
        this.asked = asked;
    }

    /** @return null when there was room, which now is taken; else what is short */
    @Nullable
    String take(long bytes) {
        var total = added + bytes;
        if (asked != null && asked.mostBytes() != null && asked.receivedBytes() + total > asked.mostBytes())
            return "Together the files are larger than the %s that this link takes.".formatted(text(asked.mostBytes()));
        if (quotaBytes != null && bytes > 0 && committed.bucketBytes() + total > quotaBytes)
            return "The bucket's limit is %s. Delete files or raise the limit.".formatted(text(quotaBytes));
        if (bytes > 0 && committed.accountBytes() + total > limitBytes)
            return "Your account's limit is %s. Delete files or ask for a larger plan.".formatted(text(limitBytes));
        added = total;
        return null;
    }

    /** What could still be taken. */
    long freeBytes() {
        var ofBucket = quotaBytes == null ? Long.MAX_VALUE : quotaBytes - committed.bucketBytes();
        var ofLink =
                asked == null || asked.mostBytes() == null ? Long.MAX_VALUE : asked.mostBytes() - asked.receivedBytes();
        var ofAccount = limitBytes - committed.accountBytes();
        return Math.max(0, Math.min(ofLink, Math.min(ofBucket, ofAccount)) - added);
    }

    long addedBytes() {
        return added;
    }

    static String text(long bytes) {
        var units = List.of("B", "KiB", "MiB", "GiB", "TiB");
        var unit = 0;
        var rest = bytes;
        while (rest >= 1024 && rest % 1024 == 0 && unit < units.size() - 1) {
            rest /= 1024;
            unit++;
        }
        return "%,d %s".formatted(rest, units.get(unit));
    }
}
