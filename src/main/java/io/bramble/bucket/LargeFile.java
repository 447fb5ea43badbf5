package io.bramble.bucket;

import io.bramble.storage.MultipartUpload;
import io.bramble.storage.UploadedPart;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is sent in parts.
 *
 * @param engineId what the engine calls the upload
 * @param etag of the object as it will be; null until the engine is told to make it
 */
record LargeFile(
        UUID id,
        UUID accountId,
        UUID uploadId,
        UUID bucketId,
        String key,
        long sizeBytes,
        long partBytes,
        boolean unlessTaken,
        String engineId,
        @Nullable String etag,
        boolean stored) {
    static final long LARGEST = 5L << 40;
    private static final int PARTS = 9000;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /**
     * Whole MiB; so few parts that none of S3's limits is near. Each part costs a browser and an engine several
     * requests, each broken part is sent again: so the large ones are for files that take long anyhow.
     */
    static long partBytesFor(long sizeBytes) {
        var smallest = sizeBytes < GIB ? 8 * MIB : 16 * MIB;
        return Math.max(smallest, Math.ceilDiv(Math.ceilDiv(sizeBytes, PARTS), MIB) * MIB);
    }

    int parts() {
        return (int) Math.ceilDiv(sizeBytes, partBytes);
    }

    boolean hasPart(int number) {
        return number >= 1 && number <= parts();
    }

    long sizeOfPart(int number) {
        return Math.min(partBytes, sizeBytes - (number - 1) * partBytes);
    }

    MultipartUpload at(String bucket) {
        return new MultipartUpload(bucket, key, engineId);
    }

    /** The numbers of those parts that have not arrived, or not as planned. */
    List<Integer> missing(List<UploadedPart> arrived) {
        var good = arrived.stream()
                .filter(part -> hasPart(part.number()) && part.sizeBytes() == sizeOfPart(part.number()))
                .map(UploadedPart::number)
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, parts())
                .filter(number -> !good.contains(number))
                .boxed()
                .toList();
    }

    /** As S3 makes it of those of its parts. */
    static String etag(List<UploadedPart> parts) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            parts.forEach(part -> md5.update(HexFormat.of().parseHex(part.etag())));
            return HexFormat.of().formatHex(md5.digest()) + "-" + parts.size();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
