package io.bramble.metering;

import io.bramble.storage.NodeTraffic;
import io.bramble.storage.Usage;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one engine can be asked; throws {@link io.bramble.storage.StoreException} while it can't answer. */
interface UsageSource {
    UUID engineId();

    /** By name of the bucket on the engine; one not measured is absent. */
    Map<String, Usage> storage();

    List<NodeTraffic> traffic();
}
