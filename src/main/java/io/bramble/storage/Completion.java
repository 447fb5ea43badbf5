package io.bramble.storage;

import org.jspecify.annotations.Nullable;

/**
 * On what conditions parts become an object.
 *
 * @param unlessTaken only if the key names nothing yet
 * @param whole what the object must hash to, where the engine can tell of its parts; null if nobody knows
 */
public record Completion(boolean unlessTaken, @Nullable Checksum whole) {
    public static final Completion ALWAYS = new Completion(false, null);
}
