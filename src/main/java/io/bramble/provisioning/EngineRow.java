package io.bramble.provisioning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An engine as the database has it, without its secret.
 *
 * @param takesNew whether new namespaces may be put there; those that are there stay
 */
record EngineRow(
        UUID id,
        String cluster,
        String driver,
        String placement,
        @Nullable String identity,
        @Nullable Long usedBytes,
        @Nullable Long capacityBytes,
        @Nullable Instant sampledAt,
        Conditions conditions,
        boolean takesNew,
        Instant createdAt) {
    static final String READY = "EngineReady";
    static final String SAFETY = "Safety";
    /** True while somebody has let others in, or changed what is ours; the message names all of it. */
    static final String DRIFT = "Drift";

    static final String HOLES = "KnownHoles";

    /** Whether an identity is that of another store than this engine's; a new engine takes the first it sees. */
    boolean isAnother(String seen) {
        return identity != null && !identity.equals(seen);
    }

    boolean ready() {
        return conditions.isTrue(READY);
    }

    /** Whether another store was seen under this engine's name. */
    boolean unsafe() {
        return conditions.isTrue(SAFETY);
    }
}
