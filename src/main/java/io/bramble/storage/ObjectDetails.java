package io.bramble.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object with what its writer said about it.
 *
 * @param versionId null where versions are not kept
 * @param metadata the writer's own, by name in lower case and without {@code x-amz-meta-}
 * @param headers of these, what was set: cache-control, content-disposition, content-encoding, content-language, expires
 * @param checksums of the content as Base64, by name, as CRC32 or SHA256; none where the engine keeps none
 * @param storageClass STANDARD unless the engine says something else
 */
public record ObjectDetails(
        StoredObject object,
        @Nullable String versionId,
        Map<String, String> metadata,
        Map<String, String> headers,
        Map<String, String> checksums,
        String storageClass) {
    public ObjectDetails {
        metadata = Map.copyOf(metadata);
        headers = Map.copyOf(headers);
        checksums = Map.copyOf(checksums);
    }

    /** Whether no checksum of the whole, of those that both have, tells the contents apart. Those of parts end in their number. */
    public boolean mayEqual(ObjectDetails other) {
        return checksums.entrySet().stream()
                .filter(sum -> !sum.getValue().contains("-"))
                .allMatch(sum -> other.agrees(sum.getKey(), sum.getValue()));
    }

    private boolean agrees(String algorithm, String checksum) {
        var own = checksums.getOrDefault(algorithm, checksum);
        return own.equals(checksum) || own.contains("-");
    }

    public Description description() {
        var type = object.contentType();
        return new Description(type == null ? "application/octet-stream" : type, headers, metadata);
    }
}
