package io.bramble.provisioning;

import io.bramble.storage.Capabilities;
import java.util.List;

/**
 * What a server showed when it was tried out.
 *
 * @param capacityBytes of its volumes, without what redundancy takes
 * @param freeBytes of it
 * @param warnings what works but should be looked at, each one sentence
 */
public record Checkup(
        String identity, long capacityBytes, long freeBytes, Capabilities capabilities, List<String> warnings) {
    public Checkup {
        warnings = List.copyOf(warnings);
    }
}
