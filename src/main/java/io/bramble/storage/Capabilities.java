package io.bramble.storage;

import java.util.EnumSet;
import java.util.Set;

/** What one engine can do. */
public record Capabilities(Set<Capability> all) {
    public static final Capabilities NONE = new Capabilities(Set.of());
    public static final Capabilities EMBEDDED = new Capabilities(Set.of(
            Capability.METERED_TRAFFIC,
            Capability.EXACT_METERS,
            Capability.EXACT_QUOTA,
            Capability.ANY_KEY,
            Capability.CHECKSUMS,
            Capability.BUCKET_CORS,
            Capability.UPLOAD_EXPIRY,
            Capability.NESTED_KEYS));

    public Capabilities {
        all = Set.copyOf(all);
    }

    public boolean has(Capability capability) {
        return all.contains(capability);
    }

    /** And this one. */
    public Capabilities with(Capability more) {
        var both = EnumSet.of(more);
        both.addAll(all);
        return new Capabilities(both);
    }

    /**
     * Refuses what the engine cannot do.
     *
     * @throws StoreException.NotSupportedByEngine if it is missing
     */
    public void require(Capability capability) {
        if (!has(capability)) {
            throw new StoreException.NotSupportedByEngine(capability);
        }
    }
}
