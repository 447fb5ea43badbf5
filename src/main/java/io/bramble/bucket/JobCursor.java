package io.bramble.bucket;

import org.jspecify.annotations.Nullable;

/**
 * How far a job has come.
 *
 * @param source the file or folder it is at
 * @param token of the listing it is at; null for its beginning
 * @param after done already of that page, and all before it
 * @param version with {@code after}: of that object
 * @param again the folder has been gone through; what is in it now came to light or into being meanwhile
 */
record JobCursor(
        int phase,
        int source,
        @Nullable String token,
        @Nullable String after,
        @Nullable String version,
        boolean again) {
    static final JobCursor START = atPhase(0);

    static JobCursor atPhase(int phase) {
        return new JobCursor(phase, 0, null, null, null, false);
    }

    static JobCursor atSource(int source) {
        return new JobCursor(0, source, null, null, null, false);
    }

    JobCursor listed(@Nullable String nextToken, @Nullable String lastKey) {
        return new JobCursor(phase, source, nextToken, lastKey, null, again);
    }

    JobCursor onceMore() {
        return new JobCursor(phase, source, null, null, null, true);
    }

    JobCursor behind(String key, @Nullable String ofVersion) {
        return new JobCursor(phase, source, null, key, ofVersion, again);
    }
}
