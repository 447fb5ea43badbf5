package io.bramble.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Buckets, keys, quota and meters of one engine. Each call may be repeated; all throw {@link StoreException}. */
public interface StoreAdmin {
    Capabilities capabilities();

    /** An id that lives with the data: another value is another store. */
    String identity();

    Health health();

    /** What it runs, and what is known to be wrong with that. */
    Release release();

    /**
     * Makes a bucket for an owner, or finds the one that was made for it before.
     *
     * @param owner kept with the bucket from its first moment on; an id that is never used again
     * @throws StoreException.BucketOfAnother if one of that name was made for another, or by another program
     */
    void ensureBucket(String bucket, String owner);

    /**
     * As {@link #ensureBucket}; its objects can be locked, which cannot be decided later. Keeps versions.
     *
     * @throws StoreException.NotSupportedByEngine without {@link Capability#OBJECT_LOCK}
     */
    void ensureLockableBucket(String bucket, String owner);

    /** Whom its buckets' events can be told, as the engine names them; empty without {@link Capability#EVENTS}. */
    List<String> eventTargets();

    /** How a bucket behaves; calls nothing. */
    BucketSettings settings(String bucket);

    /** For whom a bucket was made; empty if there is none of that name, or another program made it. */
    Optional<String> owner(String bucket);

    /**
     * Removes what was made for an owner under this name: the bucket, its keys, its unfinished uploads. Nothing is fine;
     * a bucket of another is left alone.
     *
     * @throws StoreException.BucketNotEmpty while it holds objects
     */
    void removeBucket(String bucket, String owner);

    /** As {@link ObjectStore#copy(ObjectCopy)}, between any two buckets. */
    void copy(ObjectCopy copy);

    /** Buckets on the engine, also those Bramble does not know. */
    List<String> buckets();

    /** Sets what the account's standing allows: at once, for all keys, and for what they have signed. */
    void access(String bucket, Access access);

    /** Makes the key, or brings the one of that id to this state. */
    void ensureKey(ScopedKey key);

    /** At once, also for URLs it has signed; an unknown id is fine. */
    void revokeKey(String accessKeyId);

    List<KeyInfo> keys(String bucket);

    /**
     * Limits what the bucket may hold.
     *
     * @param bytes empty for no limit
     */
    void quota(String bucket, OptionalLong bytes);

    /**
     * Compares what each key of a bucket may do with what Bramble let it do, and puts it right without its secret. Takes a
     * fifth of a second for each key of a MinIO server.
     *
     * @return ids of keys that somebody had changed
     */
    List<String> repairKeys(String bucket);

    /** Who else may do something there, and what of Bramble's was changed. */
    Drift drift();

    /** By bucket. One not yet measured is absent, which is not zero. */
    Map<String, Usage> usage();

    default Optional<Usage> usage(String bucket) {
        return Optional.ofNullable(usage().get(bucket));
    }

    /** One entry per process of the engine; empty without {@link Capability#METERED_TRAFFIC}. */
    List<NodeTraffic> traffic();

    /** As {@link #traffic()}, if possible without asking for other buckets. */
    default List<NodeTraffic> traffic(String bucket) {
        return traffic();
    }
}
