package io.bramble.provisioning;

import io.bramble.storage.Capability;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An engine as operators see it.
 *
 * @param cluster name of the storage cluster it lives in
 * @param driver EMBEDDED, EXTERNAL or KUBERNETES
 * @param placement SHARED, NAMESPACE or BUCKET
 * @param endpoint what programs use; may contain {@code {namespace}}
 * @param usedBytes of the volume it writes to; null until first sampled
 * @param capacityBytes of that volume
 * @param capabilities empty until it was tried out
 * @param takesNew whether new namespaces may be put there
 * @param drift what others did to it, in sentences; null if nothing was found
 * @param problem null if it is well, else one sentence
 */
public record EngineView(
        UUID id,
        String cluster,
        String driver,
        String placement,
        State state,
        String endpoint,
        @Nullable Long usedBytes,
        @Nullable Long capacityBytes,
        @Nullable Instant sampledAt,
        @Nullable String problem,
        @Nullable String drift,
        Map<String, Condition> conditions,
        Set<Capability> capabilities,
        boolean takesNew,
        Instant createdAt) {

    /** What an engine is doing. */
    public enum State {
        STARTING,
        READY,
        /** Does not answer, or not well. */
        AWAY,
        /** Another store answers under its name; nothing is done to it until a person has looked. */
        UNSAFE
    }
}
