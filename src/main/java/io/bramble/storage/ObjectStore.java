package io.bramble.storage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects of one engine, seen with one access key. Keys are literal: {@code a//b} and {@code ../x} are names like any other.
 *
 * <p>Every call but the two that sign is remote: it connects within 3 s and waits at most 10 s for an answer.
 * All throw {@link StoreException}; {@link StoreException.KeyTooLong} before anything is sent.
 */
public interface ObjectStore {
    /**
     * One page in key order.
     *
     * @throws StoreException.NoSuchBucket if there is none of that name
     */
    ObjectPage list(String bucket, ListRequest request);

    /** What the engine's clock says, to the second: the times of its objects are by that. */
    Instant time(String bucket);

    Optional<StoredObject> head(String bucket, String key);

    /** As {@link #head}, with what the writer said about it. */
    Optional<ObjectDetails> stat(String bucket, String key);

    /** Writes a small object; large ones go by presigned URL. */
    void put(String bucket, String key, byte[] content, String contentType);

    /**
     * Reads a small object.
     *
     * @throws StoreException.TooLarge above {@code maxBytes}; nothing more than that is read
     */
    byte[] get(String bucket, String key, int maxBytes);

    /** Deletes; no object of that name is fine. */
    void delete(String bucket, String key);

    /**
     * Deletes up to 1,000 keys in one call.
     *
     * @return what could not be deleted; empty if all is gone
     */
    List<DeleteFailure> deleteAll(String bucket, List<String> keys);

    /**
     * Deletes what the caller has seen; gone is fine.
     *
     * @throws StoreException.Changed if there is another by now
     */
    void deleteIfUnchanged(String bucket, StoredObject seen);

    void copy(String bucket, String fromKey, String toKey);

    /**
     * Copies within the bucket, waiting as long as so many bytes may take. Without {@link Capability#CONDITIONAL_COPY} it
     * looks whether the target's name is free, and then copies.
     *
     * @throws StoreException.Changed if the source is another by now
     * @throws StoreException.Taken if something is to be left alone
     */
    void copy(ObjectCopy copy);

    /**
     * Labels of an object.
     *
     * @throws StoreException.NotSupportedByEngine without {@link Capability#OBJECT_TAGS}
     */
    Map<String, String> tags(String bucket, String key);

    /**
     * Replaces all labels.
     *
     * @param tags up to 10, names up to 128 characters, values up to 256; none removes them
     */
    void tags(String bucket, String key, Map<String, String> tags);

    MultipartStore multipart();

    /** @throws StoreException.NotSupportedByEngine without {@link Capability#VERSIONING} */
    VersionStore versions();

    /** Signs a download for the public endpoint; calls nothing. */
    URI presignGet(String bucket, String key, Duration validity, DownloadAs as);

    /** Signs an upload of exactly this size and type for the public endpoint; calls nothing. */
    SignedPut presignPut(String bucket, String key, long sizeBytes, String contentType, Duration validity);

    /**
     * As above; another content is refused.
     *
     * @throws StoreException.NotSupportedByEngine without {@link Capability#CHECKSUMS}
     */
    SignedPut presignPut(
            String bucket, String key, long sizeBytes, String contentType, Checksum checksum, Duration validity);
}
