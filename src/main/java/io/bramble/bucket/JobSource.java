package io.bramble.bucket;

import org.jspecify.annotations.Nullable;

/**
 * A file, or a folder with all that is below it.
 *
 * @param target what its name becomes, if it gets another
 */
record JobSource(String name, boolean isFolder, @Nullable String target) {
    static JobSource folder(String prefix) {
        return new JobSource(prefix, true, null);
    }

    static JobSource file(String key) {
        return new JobSource(key, false, null);
    }

    /** What a key below this one becomes. */
    @Nullable
    String targetOf(String key) {
        return target == null ? null : target + key.substring(name.length());
    }
}
