package io.bramble.storage;

import org.jspecify.annotations.Nullable;

/**
 * Whether an engine answers, and how full it is.
 *
 * @param problem null if it is well, else one sentence
 * @param capacityBytes of the volume it writes to
 * @param freeBytes of it
 */
public record Health(@Nullable String problem, long capacityBytes, long freeBytes) {
    public boolean ok() {
        return problem == null;
    }
}
