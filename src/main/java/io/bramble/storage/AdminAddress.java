package io.bramble.storage;

import java.net.URI;
import java.util.List;

/**
 * Where an engine is administered.
 *
 * @param endpoint answers administration; never the public one, whose edge refuses {@code /minio/}
 * @param region goes into every signature
 * @param nodes each process by an address of its own, to read its counters; empty for an engine of one process, which
 *     the endpoint reaches. Counters read through a load balancer would look like resets
 */
public record AdminAddress(URI endpoint, String region, List<URI> nodes) {
    public AdminAddress {
        nodes = List.copyOf(nodes);
    }
}
