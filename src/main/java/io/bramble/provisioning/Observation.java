package io.bramble.provisioning;

import io.bramble.storage.Health;
import org.jspecify.annotations.Nullable;

/**
 * What a driver saw of an engine.
 *
 * @param identity of the data; null while nothing answers
 * @param health null while nothing answers
 */
record Observation(@Nullable String identity, @Nullable Health health) {
    static final Observation NOTHING = new Observation(null, null);

    boolean answers() {
        return health != null;
    }
}
