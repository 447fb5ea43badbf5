package io.bramble.storage;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Uploads in parts. The parts themselves go by signed URL; each but the last has 5 MiB to 5 GiB. */
public interface MultipartStore {
    /** Of unfinished uploads in one answer. */
    int MOST_LISTED = 10_000;

    MultipartUpload begin(String bucket, String key, String contentType);

    /**
     * As {@link #begin}; here each part has to be signed with its CRC-32.
     *
     * @throws StoreException.NotSupportedByEngine without {@link Capability#CHECKSUMS}
     */
    MultipartUpload beginChecked(String bucket, String key, String contentType);

    /** Signs the upload of a part of exactly this size for the public endpoint; calls nothing. */
    default SignedPut presignPart(MultipartUpload upload, int number, long sizeBytes, Duration validity) {
        return presignPart(upload, number, sizeBytes, null, validity);
    }

    /** As above; another content is refused. */
    SignedPut presignPart(
            MultipartUpload upload, int number, long sizeBytes, @Nullable Checksum checksum, Duration validity);

    /**
     * What has arrived, by number.
     *
     * @throws StoreException.NoSuchUpload if it was completed, aborted, or never begun
     */
    List<UploadedPart> parts(MultipartUpload upload);

    /**
     * Makes the object of these parts, in this order. An engine that has to copy them takes its time: up to 5 minutes.
     *
     * @return its ETag, without quotes
     * @throws StoreException.NoSuchUpload if it was completed, aborted, or never begun
     * @throws StoreException.Changed if the key was to be free and is not; the parts are kept
     * @throws StoreException.Damaged if the whole does not hash to what was said
     */
    String complete(MultipartUpload upload, List<UploadedPart> parts, Completion completion);

    /** As above, whatever the key has held. */
    default String complete(MultipartUpload upload, List<UploadedPart> parts) {
        return complete(upload, parts, Completion.ALWAYS);
    }

    /** Forgets it and its parts; an unknown one is fine. */
    void abort(MultipartUpload upload);

    /** Those of keys that begin so, among the first {@value #MOST_LISTED} that the engine lists, in any order. */
    List<OpenUpload> open(String bucket, String prefix);
}
