package io.bramble.storage.minio;

import io.bramble.storage.AdminAddress;
import io.bramble.storage.Credentials;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.Refused;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.RemoveBucketArgs;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Buckets themselves, as root. */
final class BucketCalls {
    private final Batch s3;

    BucketCalls(AdminAddress address, Credentials root) {
        s3 = new Batch(new StoreAddress(address.endpoint(), address.endpoint(), address.region()), root, Calls.ADMIN);
    }

    Batch s3() {
        return s3;
    }

    boolean exists(String bucket) {
        var args = BucketExistsArgs.builder().bucket(bucket).build();
        return s3.call(bucket, () -> s3.bucketExists(args));
    }

    /**
     * Makes it.
     *
     * @param lockable whether its objects can be locked, which cannot be decided later
     * @return false if there is one of that name
     */
    boolean make(String bucket, boolean lockable) {
        var args = MakeBucketArgs.builder().bucket(bucket).objectLock(lockable).build();
        try {
            s3.callForNullable(bucket, () -> s3.makeBucket(args));
            return true;
        } catch (Refused e) {
            if (e.code().equals("BucketAlreadyOwnedByYou") || e.code().equals("BucketAlreadyExists")) {
                return false;
            }
            throw e;
        }
    }

    /** None of that name is fine. */
    void remove(String bucket) {
        var args = RemoveBucketArgs.builder().bucket(bucket).build();
        try {
            s3.callForNullable(bucket, () -> s3.removeBucket(args));
        } catch (NoSuchBucket e) {
            return; // as wanted
        }
    }

    /** Whether it holds nothing, no older versions either; one that is gone meanwhile counts as not known. */
    boolean isEmpty(String bucket) {
        try {
            return s3.versions(bucket, "", null, 1).versions().isEmpty();
        } catch (NoSuchBucket gone) {
            return false;
        }
    }

    /** When each was made. */
    Map<String, Instant> all() {
        var buckets = new TreeMap<String, Instant>();
        s3.call("", s3::listBuckets)
                .forEach(bucket ->
                        buckets.put(bucket.name(), bucket.creationDate().toInstant()));
        return buckets;
    }
}
