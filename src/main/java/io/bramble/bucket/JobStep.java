package io.bramble.bucket;

import io.bramble.storage.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * One object of a batch, as it was found when the batch was planned.
 *
 * @param version of it, or of an upload its id
 * @param seen null where only the name matters
 * @param target what its name becomes, if it gets another
 * @param problem why nothing can be done
 */
record JobStep(
        String key,
        @Nullable String version,
        @Nullable StoredObject seen,
        @Nullable String target,
        @Nullable Way way,
        @Nullable String problem) {

    /** What to do about the target's name. */
    enum Way {
        /** It was free. */
        NEW,
        REPLACE,
        SKIP,
        /** A folder's marker is there already. */
        SAME
    }

    static JobStep of(String key, @Nullable String target) {
        return new JobStep(key, null, null, target, null, null);
    }

    static JobStep of(StoredObject seen, @Nullable String target) {
        return new JobStep(seen.key(), null, seen, target, null, null);
    }

    static JobStep version(String key, String version) {
        return new JobStep(key, version, null, null, null, null);
    }

    JobStep seenAs(StoredObject object) {
        return new JobStep(key, version, object, target, way, problem);
    }

    JobStep going(Way decided, @Nullable String name) {
        return new JobStep(key, version, seen, name, decided, problem);
    }

    JobStep failing(String why) {
        return new JobStep(key, version, seen, target, way, why);
    }

    long sizeBytes() {
        return seen == null ? 0 : seen.sizeBytes();
    }
}
