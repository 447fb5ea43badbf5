package io.bramble.bucket;

import io.bramble.storage.StoreException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers wishes for uploads: with a signature, or with what to do. */
final class UploadSigner {
    private static final Duration VALIDITY = Duration.ofMinutes(15);
    private static final long LARGEST = 5L << 30;
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("[\\w.+-]{1,100}/[\\w.+-]{1,100}(; ?[\\w=.\"-]{1,100})?");

    private final Doors.Door door;
    private final String prefix;
    private final Room room;
    private final Map<String, Long> before;
    private final Map<String, Long> sizes = new LinkedHashMap<>();

    /**
     * @param door as the key for uploads sees it
     * @param prefix of all keys that may be signed
     * @param before what files of this upload have reserved in earlier calls
     */
    UploadSigner(Doors.Door door, String prefix, Room room, Map<String, Long> before) {
        this.door = door;
        this.prefix = prefix;
        this.room = room;
        this.before = before;
    }

    /** What the files answered so far reserve. */
    Map<String, Long> sizes() {
        return sizes;
    }

    FileAnswer answer(FileWish file) {
        var problem =
                file.key().startsWith(prefix) ? problem(file.key()) : "Send files into the folder " + prefix + ".";
        if (problem != null) return new FileAnswer.Refused(file.key(), FileAnswer.Refusal.INVALID_KEY, problem);
        if (file.sizeBytes() < 0 || file.sizeBytes() > LARGEST)
            return new FileAnswer.Refused(
                    file.key(),
                    FileAnswer.Refusal.TOO_LARGE,
                    "A file sent from a browser has at most 5 GiB. Use aws or rclone for this one.");
        var reservedBefore = Math.max(before.getOrDefault(file.key(), 0L), sizes.getOrDefault(file.key(), 0L));
        var shortage = room.take(Math.max(0, file.sizeBytes() - reservedBefore));
        if (shortage != null) return new FileAnswer.Refused(file.key(), FileAnswer.Refusal.QUOTA_EXCEEDED, shortage);
        sizes.put(file.key(), Math.max(file.sizeBytes(), reservedBefore));
        return sign(file);
    }

    /** PostgreSQL, which remembers what was signed, has no text with U+0000 in it. */
    static @Nullable String problem(String key) {
        return key.indexOf('\0') >= 0
                ? "A file's path can't have the character U+0000 in it. Leave it out."
                : FileKey.problem(key);
    }

    private FileAnswer sign(FileWish file) {
        try {
            var signed = door.store().presignPut(door.name(), file.key(), file.sizeBytes(), type(file), VALIDITY);
            return new FileAnswer.Signed(file.key(), signed.uri(), signed.headers());
        } catch (StoreException.KeyTooLong tooLong) {
            return new FileAnswer.Refused(
                    file.key(), FileAnswer.Refusal.INVALID_KEY, String.valueOf(tooLong.getMessage()));
        }
    }

    private static String type(FileWish file) {
        return CONTENT_TYPE.matcher(file.contentType()).matches() ? file.contentType() : "application/octet-stream";
    }
}
