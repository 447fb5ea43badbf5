package io.bramble.storage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine runs.
 *
 * @param version in its own words
 * @param releasedAt null if that cannot be told from the version
 * @param advisories known holes that are open in it; empty if none is known
 */
public record Release(String version, @Nullable Instant releasedAt, List<Advisory> advisories) {
    public Release {
        advisories = List.copyOf(advisories);
    }

    /**
     * A hole.
     *
     * @param id as CVE-2026-40344
     * @param danger who can do what, in one sentence
     * @param remedy what an operator does about it
     */
    public record Advisory(String id, String danger, String remedy) {}
}
