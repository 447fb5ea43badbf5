package io.bramble.provisioning;

import io.bramble.storage.Capabilities;
import io.bramble.storage.Drift;
import io.bramble.storage.Health;
import io.bramble.storage.Release;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver saw of an engine.
 *
 * @param identity of the data; null while nothing answers
 * @param health null while nothing answers
 * @param capabilities null where nothing was tried out
 * @param eventTargets whom it can tell of events; null where nobody looked
 * @param drift what others changed there; null where nobody looked
 * @param release what it runs; null where nobody looked
 * @param problem why nothing answers, if that is known
 */
record Observation(
        @Nullable String identity,
        @Nullable Health health,
        @Nullable Capabilities capabilities,
        @Nullable List<String> eventTargets,
        @Nullable Drift drift,
        @Nullable Release release,
        @Nullable String problem) {
    static final Observation NOTHING = new Observation(null, null, null, null, null, null, null);

    /** Of an engine that was only asked who and how it is. */
    static Observation of(String identity, Health health) {
        return new Observation(identity, health, null, null, null, null, null);
    }

    static Observation away(String problem) {
        return new Observation(null, null, null, null, null, null, problem);
    }

    boolean answers() {
        return health != null;
    }
}
