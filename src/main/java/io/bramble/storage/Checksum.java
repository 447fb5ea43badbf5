package io.bramble.storage;

import java.util.Locale;

/**
 * What a body must hash to, or the engine refuses it.
 *
 * @param base64 of the hash's bytes, not of its hexadecimal form
 */
public record Checksum(Algorithm algorithm, String base64) {
    /** The header that carries it. */
    public String header() {
        return "x-amz-checksum-" + algorithm.name().toLowerCase(Locale.ROOT);
    }

    /** As S3 names them. */
    public enum Algorithm {
        CRC32,
        CRC32C,
        SHA1,
        SHA256
    }
}
