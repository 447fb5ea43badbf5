package io.bramble.bucket;

import static io.bramble.bucket.FileAnswer.Refusal.INVALID_KEY;
import static io.bramble.bucket.FileAnswer.Refusal.QUOTA_EXCEEDED;
import static io.bramble.bucket.FileAnswer.Refusal.TOO_LARGE;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.InvalidField;
import io.bramble.bucket.LargeFileAnswer.Begun;
import io.bramble.bucket.LargeFileAnswer.Refused;
import io.bramble.bucket.LargeFileAnswer.Taken;
import io.bramble.storage.Capability;
import io.bramble.storage.MultipartUpload;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins files in parts: keeps room first, then asks the engine, then remembers. */
@Component
class LargeFileStart {
    private final LargeFileRows rows;
    private final UploadTickets tickets;
    private final Reservations reservations;
    private final Stores stores;
    private final Clock clock;

    LargeFileStart(LargeFileRows rows, UploadTickets tickets, Reservations reservations, Stores stores, Clock clock) {
        this.rows = rows;
        this.tickets = tickets;
        this.reservations = reservations;
        this.stores = stores;
        this.clock = clock;
    }

    private sealed interface Reserved {}

    private record BadKey(String message) implements Reserved {}

    private record Shortage(String message) implements Reserved {}

    /** @param file what this upload has begun under this key already */
    private record Kept(UploadLeave leave, @Nullable LargeFile file) implements Reserved {}

    LargeFileAnswer begin(UUID uploadId, String ticket, FileWish wish, boolean unlessTaken) {
        if (wish.sizeBytes() < 1 || wish.sizeBytes() > LargeFile.LARGEST)
            return new Refused(TOO_LARGE, "A file sent in parts has 1 byte to 5 TiB.");
        var reserved = tickets.with(uploadId, ticket, leave -> reserve(leave, wish));
        return switch (reserved) {
            case BadKey(var message) -> new Refused(INVALID_KEY, message);
            case Shortage(var message) -> new Refused(QUOTA_EXCEEDED, message);
            case Kept(var leave, var file) -> file == null ? beginNew(leave, wish, unlessTaken) : begun(leave, file);
        };
    }

    private Reserved reserve(UploadLeave leave, FileWish wish) {
        var problem = UploadSigner.problem(leave.upload().prefix(), wish.key());
        if (problem != null) return new BadKey(problem);
        var file = rows.find(leave.upload().id(), wish.key()).orElse(null);
        if (file != null && file.sizeBytes() != wish.sizeBytes())
            throw new InvalidField("size", "This file was begun with another size. Begin a new upload.");
        var reservation = reservations.begin(leave, List.of(wish.key()));
        var shortage = reservation.take(wish.key(), wish.sizeBytes());
        if (shortage != null) return new Shortage(shortage);
        reservations.keep(leave, reservation);
        return new Kept(leave, file);
    }

    private LargeFileAnswer beginNew(UploadLeave leave, FileWish wish, boolean unlessTaken) {
        var door = tickets.door(leave.bucket(), Purpose.MANAGE);
        if (unlessTaken && door.store().head(door.name(), wish.key()).isPresent()) {
            return tickets.inPlatform(() -> {
                reservations.release(leave.upload().id(), wish.key());
                return new Taken();
            });
        }
        var upload = begin(leave, door, wish);
        var file = file(leave, wish, upload, unlessTaken);
        if (tickets.inPlatform(() -> rows.insert(file, clock.instant()))) return begun(leave, file);
        door.store().multipart().abort(upload); // asked twice at the same moment: one is enough
        return begun(leave, tickets.inPlatform(() -> rows.find(file.uploadId(), file.key())
                .orElseThrow(LargeFileNotFound::new)));
    }

    private MultipartUpload begin(UploadLeave leave, Doors.Door door, FileWish wish) {
        var multipart = door.store().multipart();
        var type = UploadSigner.type(wish);
        return checked(leave)
                ? multipart.beginChecked(door.name(), wish.key(), type)
                : multipart.begin(door.name(), wish.key(), type);
    }

    private static LargeFile file(UploadLeave leave, FileWish wish, MultipartUpload upload, boolean unlessTaken) {
        var size = wish.sizeBytes();
        var part = LargeFile.partBytesFor(size);
        var open = leave.upload();
        return new LargeFile(
                UuidCreator.getTimeOrderedEpoch(),
                open.accountId(),
                open.id(),
                open.bucketId(),
                wish.key(),
                size,
                part,
                unlessTaken,
                upload.id(),
                null,
                false);
    }

    private Begun begun(UploadLeave leave, LargeFile file) {
        return new Begun(file.id(), file.partBytes(), file.parts(), checked(leave), file.stored());
    }

    private boolean checked(UploadLeave leave) {
        return stores.capabilities(leave.bucket()).has(Capability.CHECKSUMS);
    }
}
