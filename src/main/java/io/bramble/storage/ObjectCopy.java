package io.bramble.storage;

import org.jspecify.annotations.Nullable;

/**
 * A copy that the engine makes by itself, of what the caller has seen and of nothing newer. Labels come with it.
 *
 * @param from as it was seen; its size decides in how many steps it is copied
 * @param onlyIfAbsent leaves alone what has the target's name
 * @param as what is said about the copy; null for the same as about the source
 */
public record ObjectCopy(
        String fromBucket,
        StoredObject from,
        String toBucket,
        String toKey,
        boolean onlyIfAbsent,
        @Nullable Description as) {

    /** The object again in its place, with something else said about it. */
    public static ObjectCopy described(String bucket, StoredObject object, Description as) {
        return new ObjectCopy(bucket, object, bucket, object.key(), false, as);
    }
}
