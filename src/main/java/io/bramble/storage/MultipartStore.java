package io.bramble.storage;

import java.time.Duration;
import java.util.List;

/** Uploads in parts. The parts themselves go by signed URL; each but the last has 5 MiB to 5 GiB. */
public interface MultipartStore {
    MultipartUpload begin(String bucket, String key, String contentType);

    /** Signs the upload of a part of exactly this size for the public endpoint; calls nothing. */
    SignedPut presignPart(MultipartUpload upload, int number, long sizeBytes, Duration validity);

    /**
     * What has arrived, by number.
     *
     * @throws StoreException.NoSuchUpload if it was completed, aborted, or never begun
     */
    List<UploadedPart> parts(MultipartUpload upload);

    /**
     * Makes the object of these parts, in this order.
     *
     * @return its ETag, without quotes
     * @throws StoreException.NoSuchUpload if it was completed, aborted, or never begun
     */
    String complete(MultipartUpload upload, List<UploadedPart> parts);

    /** Forgets it and its parts; an unknown one is fine. */
    void abort(MultipartUpload upload);

    /** Those of keys that begin so; at most 10,000. */
    List<OpenUpload> open(String bucket, String prefix);
}
