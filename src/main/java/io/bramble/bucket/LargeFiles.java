package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.bucket.LargeFileAnswer.SignedPart;
import io.bramble.storage.StoreException.NoSuchUpload;
import io.bramble.storage.UploadedPart;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files of an upload that are sent in parts. The engine's own name of the upload stays here: a page knows ours, which
 * opens nothing without the ticket of its upload. No remote call happens in a transaction.
 */
@Component
public class LargeFiles {
    /** How many parts one call signs at most. */
    public static final int MOST_AT_ONCE = 50;

    private final LargeFileRows rows;
    private final UploadTickets tickets;
    private final LargeFileStart start;
    private final LargeFileEnd end;

    LargeFiles(LargeFileRows rows, UploadTickets tickets, LargeFileStart start, LargeFileEnd end) {
        this.rows = rows;
        this.tickets = tickets;
        this.start = start;
        this.end = end;
    }

    /**
     * Begins to send a file in parts. Beginning the same key of the same upload again finds what was begun.
     *
     * @param unlessTaken an object that has this key is left alone, now and when all has arrived
     * @throws TicketRefused as {@link Uploads#sign}
     */
    public LargeFileAnswer begin(UUID uploadId, String ticket, FileWish wish, boolean unlessTaken) {
        return start.begin(uploadId, ticket, wish, unlessTaken);
    }

    /**
     * A part that wants to be sent.
     *
     * @param crc32 in base64; null where parts are not checked
     */
    public record PartWish(int number, @Nullable String crc32) {}

    /**
     * Signs parts; calls no engine.
     *
     * @throws InvalidField for more than {@value #MOST_AT_ONCE}, or a number the file does not have
     */
    public List<SignedPart> sign(UUID uploadId, String ticket, UUID fileId, List<PartWish> parts) {
        if (parts.size() > MOST_AT_ONCE) throw new InvalidField("parts", "Sign at most 50 parts at once.");
        var found = find(uploadId, ticket, fileId);
        if (!parts.stream().allMatch(part -> found.file.hasPart(part.number())))
            throw new InvalidField("parts", "This file has the parts 1 to %,d.".formatted(found.file.parts()));
        var door = tickets.door(found.leave.bucket(), Purpose.UPLOAD);
        return parts.stream().map(part -> sign(door, found.file, part)).toList();
    }

    private static SignedPart sign(Doors.Door door, LargeFile file, PartWish part) {
        var size = file.sizeOfPart(part.number());
        var put = door.store()
                .multipart()
                .presignPart(file.at(door.name()), part.number(), size, Crc32.of(part.crc32()), UploadSigner.VALIDITY);
        return new SignedPart(part.number(), put);
    }

    /**
     * What has arrived, as the engine tells.
     *
     * @return empty if the engine knows nothing of it any more: it is stored, or has to be begun anew
     */
    public Optional<List<UploadedPart>> arrived(UUID uploadId, String ticket, UUID fileId) {
        var found = find(uploadId, ticket, fileId);
        var door = tickets.door(found.leave.bucket(), Purpose.MANAGE);
        try {
            return Optional.of(door.store().multipart().parts(found.file.at(door.name())));
        } catch (NoSuchUpload gone) {
            return Optional.empty();
        }
    }

    /**
     * Makes the object of its parts, if they are what was planned. Asked again after a lost answer it says the same.
     *
     * @param crc32 of the whole in base64, where parts are checked
     */
    public LargeFileAnswer.End complete(UUID uploadId, String ticket, UUID fileId, @Nullable String crc32) {
        var found = find(uploadId, ticket, fileId);
        return end.complete(found.leave, found.file, crc32);
    }

    /** Forgets a file and its parts. Twice is once. */
    public void abort(UUID uploadId, String ticket, UUID fileId) {
        var leave = tickets.look(uploadId, ticket, granted -> granted);
        tickets.inPlatform(() -> rows.find(uploadId, fileId)).ifPresent(file -> end.abort(leave.bucket(), file));
    }

    /**
     * Whether this very object was stored since the upload began: then an answer got lost, not a file.
     *
     * @param md5 in hexadecimal digits, of what was sent in one request; null where the size has to do
     */
    public boolean isStored(UUID uploadId, String ticket, String key, long sizeBytes, @Nullable String md5) {
        var leave = tickets.look(uploadId, ticket, granted -> granted);
        if (UploadSigner.problem(leave.upload().prefix(), key) != null) return false;
        var door = tickets.door(leave.bucket(), Purpose.MANAGE);
        var begun = leave.upload().createdAt().minusSeconds(1); // engines tell whole seconds
        return door.store()
                .head(door.name(), key)
                .filter(object -> object.sizeBytes() == sizeBytes)
                .filter(object -> md5 == null || md5.equals(object.etag()))
                .filter(object -> !object.modifiedAt().isBefore(begun))
                .isPresent();
    }

    private record Found(UploadLeave leave, LargeFile file) {}

    private Found find(UUID uploadId, String ticket, UUID fileId) {
        return tickets.look(
                uploadId,
                ticket,
                leave -> new Found(leave, rows.find(uploadId, fileId).orElseThrow(LargeFileNotFound::new)));
    }
}
