package io.bramble.bucket;

import io.bramble.bucket.Reservations.Reservation;
import io.bramble.storage.SignedPut;
import io.bramble.storage.StoreException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers wishes for uploads: with a signature, or with what to do. */
final class UploadSigner {
    static final Duration VALIDITY = Duration.ofMinutes(15);
    private static final long LARGEST = 5L << 30;
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("[\\w.+-]{1,100}/[\\w.+-]{1,100}(; ?[\\w=.\"-]{1,100})?");

    private final Doors.Door door;
    private final String prefix;
    private final Reservation reservation;
    private final boolean checks;

    /**
     * @param door as the key for uploads sees it
     * @param prefix of all keys that may be signed
     * @param checks whether the engine compares checksums
     */
    UploadSigner(Doors.Door door, String prefix, Reservation reservation, boolean checks) {
        this.door = door;
        this.prefix = prefix;
        this.reservation = reservation;
        this.checks = checks;
    }

    FileAnswer answer(FileWish file) {
        var problem = problem(prefix, file.key());
        if (problem != null) return new FileAnswer.Refused(file.key(), FileAnswer.Refusal.INVALID_KEY, problem);
        if (file.sizeBytes() < 0 || file.sizeBytes() > LARGEST)
            return new FileAnswer.Refused(
                    file.key(),
                    FileAnswer.Refusal.TOO_LARGE,
                    "At most 5 GiB can be sent at once. Send this file in parts.");
        var shortage = reservation.take(file.key(), file.sizeBytes());
        if (shortage != null) return new FileAnswer.Refused(file.key(), FileAnswer.Refusal.QUOTA_EXCEEDED, shortage);
        return sign(file);
    }

    /** What is wrong with a key of an upload into that folder, and what to do; null if nothing is. */
    static @Nullable String problem(String prefix, String key) {
        return key.startsWith(prefix) ? FileKey.problemToKeep(key) : "Send files into the folder " + prefix + ".";
    }

    private FileAnswer sign(FileWish file) {
        try {
            var signed = presign(file);
            return new FileAnswer.Signed(file.key(), signed.uri(), signed.headers());
        } catch (StoreException.KeyTooLong tooLong) {
            return new FileAnswer.Refused(
                    file.key(), FileAnswer.Refusal.INVALID_KEY, String.valueOf(tooLong.getMessage()));
        }
    }

    private SignedPut presign(FileWish file) {
        var store = door.store();
        var checksum = checks ? Crc32.of(file.crc32()) : null;
        return checksum == null
                ? store.presignPut(door.name(), file.key(), file.sizeBytes(), type(file), VALIDITY)
                : store.presignPut(door.name(), file.key(), file.sizeBytes(), type(file), checksum, VALIDITY);
    }

    /** What a browser says, if it can be a type at all. */
    static String type(FileWish file) {
        return CONTENT_TYPE.matcher(file.contentType()).matches() ? file.contentType() : "application/octet-stream";
    }
}
