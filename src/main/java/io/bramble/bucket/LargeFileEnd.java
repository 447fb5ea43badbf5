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
            return missing.isEmpty() ? join(leave, door, file, parts, crc32) : new End(State.MISSING, missing);
        } catch (NoSuchUpload gone) {
            return isMade(door, file, file.etag()) ? stored(file) : forget(leave, file, State.GONE);
        }
    }

    private End join(
            UploadLeave leave, Doors.Door door, LargeFile file, List<UploadedPart> parts, @Nullable String crc32) {
        var etag = LargeFile.etag(parts);
        tickets.inPlatform(() -> rows.completing(file.id(), etag));
        var whole = Crc32.of(crc32);
        try {
            door.store().multipart().complete(file.at(door.name()), parts, new Completion(file.unlessTaken(), whole));
            return stored(file);
        } catch (NoSuchUpload | Changed late) {
            if (isMade(door, file, etag)) return stored(file);
            return give(leave, door, file, late instanceof Changed ? State.TAKEN : State.GONE);
        } catch (Damaged damaged) {
            return give(leave, door, file, State.DAMAGED);
        }
    }

    private End give(UploadLeave leave, Doors.Door door, LargeFile file, State state) {
        door.store().multipart().abort(file.at(door.name()));
        return forget(leave, file, state);
    }

    void abort(Bucket bucket, LargeFile file) {
        var door = tickets.door(bucket, Purpose.MANAGE);
        if (!file.stored()) door.store().multipart().abort(file.at(door.name()));
        tickets.inPlatform(() -> rows.delete(file.id()));
    }

    private End stored(LargeFile file) {
        tickets.inPlatform(() -> rows.stored(file.id(), clock.instant()));
        return End.of(State.STORED);
    }

    private End forget(UploadLeave leave, LargeFile file, State state) {
        tickets.inPlatform(() -> {
            rows.delete(file.id());
            return reservations.release(leave, file.key());
        });
        return End.of(state);
    }

    private static boolean isMade(Doors.Door door, LargeFile file, @Nullable String etag) {
        return etag != null
                && door.store()
                        .head(door.name(), file.key())
                        .filter(object -> Objects.equals(object.etag(), etag))
                        .isPresent();
    }
}
