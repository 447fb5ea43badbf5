package io.bramble.bucket;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Room that is kept for the files of an upload, each counted once however often it is asked about. */
@Component
class Reservations {
    private final UploadRows rows;
    private final ShareRows shares;
    private final Allowances allowances;
    private final Clock clock;

    Reservations(UploadRows rows, ShareRows shares, Allowances allowances, Clock clock) {
        this.rows = rows;
        this.shares = shares;
        this.allowances = allowances;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else counts against the account's limits. */
    Reservation begin(UploadLeave leave, Collection<String> keys) {
        var account = leave.account();
        allowances.lock(account.id());
        var committed = rows.committed(account.id(), leave.bucket().id(), clock.instant());
        var room = new Room(account.limits().storageBytes(), leave.bucket().quotaBytes(), committed, link(leave));
        var good =
                keys.stream().filter(key -> FileKey.problemToKeep(key) == null).toList();
        return new Reservation(room, rows.reserved(leave.upload().id(), good));
    }

    void keep(UploadLeave leave, Reservation reservation) {
        rows.reserve(leave.upload(), reservation.sizes, reservation.room.addedBytes());
        var shareId = leave.upload().shareId();
        if (shareId != null) shares.receive(shareId, reservation.newFiles(), reservation.room.addedBytes());
    }

    /** The link that the files come by; null for a member's. */
    private @Nullable Share link(UploadLeave leave) {
        var shareId = leave.upload().shareId();
        return shareId == null
                ? null
                : shares.find(leave.account().id(), shareId, clock.instant()).orElseThrow(TicketRefused::new);
    }

    /** Lets go of the room of a file that will not come under this key. */
    void release(UUID uploadId, String key) {
        rows.release(uploadId, key);
    }

    /** What is being kept in one transaction. */
    static final class Reservation {
        private final Room room;
        private final Map<String, Long> before;
        private final Map<String, Long> sizes = new LinkedHashMap<>();

        /** @param before what files of this upload have reserved in earlier calls */
        private Reservation(Room room, Map<String, Long> before) {
            this.room = room;
            this.before = before;
        }

        /** @return null when there was room, else what is short */
        @Nullable
        String take(String key, long sizeBytes) {
            var reserved = Math.max(before.getOrDefault(key, 0L), sizes.getOrDefault(key, 0L));
            var shortage = room.take(Math.max(0, sizeBytes - reserved));
            if (shortage == null) sizes.put(key, Math.max(sizeBytes, reserved));
            return shortage;
        }

        private int newFiles() {
            return (int) sizes.keySet().stream()
                    .filter(key -> !before.containsKey(key))
                    .count();
        }

        long freeBytes() {
            return room.freeBytes();
        }
    }
}
