package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.storage.Checksum;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checksums as pages send them. */
final class Crc32 {
    private static final Pattern FOUR_BYTES = Pattern.compile("[A-Za-z0-9+/]{6}==");

    private Crc32() {}

    static @Nullable Checksum of(@Nullable String base64) {
        if (base64 == null) return null;
        if (!FOUR_BYTES.matcher(base64).matches())
            throw new InvalidField("crc32", "Send the four bytes of the CRC-32 in base64.");
        return new Checksum(Checksum.Algorithm.CRC32, base64);
    }
}
