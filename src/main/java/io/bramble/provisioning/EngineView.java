package io.bramble.provisioning;

import io.bramble.storage.Capability;
import java.time.Instant;
import java.util.List;
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
 * @param warnings what works but should be looked at: what others did to it, known holes in what it runs
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
        List<String> warnings,
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
