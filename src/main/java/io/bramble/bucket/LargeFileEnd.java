package io.bramble.bucket;

import io.bramble.bucket.LargeFileAnswer.End;
import io.bramble.bucket.LargeFileAnswer.State;
import io.bramble.storage.Completion;
import io.bramble.storage.StoreException.Changed;
import io.bramble.storage.StoreException.Damaged;
import io.bramble.storage.StoreException.NoSuchUpload;
import io.bramble.storage.UploadedPart;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends files in parts. What the object's ETag will be is written down before the engine is told to make it: so whoever
 * asks again after a lost answer, or a killed process, learns whether that was done.
 */
@Component
class LargeFileEnd {
    private final LargeFileRows rows;
    private final Reservations reservations;
    private final UploadTickets tickets;
    private final Clock clock;

    LargeFileEnd(LargeFileRows rows, Reservations reservations, UploadTickets tickets, Clock clock) {
        this.rows = rows;
        this.reservations = reservations;
        this.tickets = tickets;
        this.clock = clock;
    }

    End complete(UploadLeave leave, LargeFile file, @Nullable String crc32) {
        if (file.stored()) return End.of(State.STORED);
        var door = tickets.door(leave.bucket(), Purpose.MANAGE);
        try {
            var parts = door.store().multipart().parts(file.at(door.name()));
            var missing = file.missing(parts);
            return missing.isEmpty() ? join(door, file, parts, crc32) : new End(State.MISSING, missing);
        } catch (NoSuchUpload gone) {
            // Whoever asked at the same moment may have made it.
            var now = tickets.inPlatform(() -> rows.find(file.uploadId(), file.id()))
                    .orElse(file);
            if (now.stored() || isMade(door, file, now.etag())) return stored(file);
            forget(file);
            return End.of(State.GONE);
        }
    }

    private End join(Doors.Door door, LargeFile file, List<UploadedPart> parts, @Nullable String crc32) {
        var etag = LargeFile.etag(parts);
        tickets.inPlatform(() -> rows.completing(file.id(), etag));
        var whole = Crc32.of(crc32);
        try {
            door.store().multipart().complete(file.at(door.name()), parts, new Completion(file.unlessTaken(), whole));
            return stored(file);
        } catch (NoSuchUpload | Changed late) {
            if (isMade(door, file, etag)) return stored(file);
            return give(door, file, late instanceof Changed ? State.TAKEN : State.GONE);
        } catch (Damaged damaged) {
            return give(door, file, State.DAMAGED);
        }
    }

    private End give(Doors.Door door, LargeFile file, State state) {
        door.store().multipart().abort(file.at(door.name()));
        forget(file);
        return End.of(state);
    }

    void abort(Bucket bucket, LargeFile file) {
        var door = tickets.door(bucket, Purpose.MANAGE);
        if (!file.stored()) door.store().multipart().abort(file.at(door.name()));
        forget(file);
    }

    private End stored(LargeFile file) {
        tickets.inPlatform(() -> rows.stored(file.id(), clock.instant()));
        return End.of(State.STORED);
    }

    /** Of one that is stored the room stays taken, until it is measured. */
    private void forget(LargeFile file) {
        tickets.inPlatform(() -> {
            if (!file.stored()) reservations.release(file.uploadId(), file.key());
            return rows.delete(file.id());
        });
    }

    private static boolean isMade(Doors.Door door, LargeFile file, @Nullable String etag) {
        return etag != null
                && door.store()
                        .head(door.name(), file.key())
                        .filter(object -> Objects.equals(object.etag(), etag))
                        .isPresent();
    }
}
