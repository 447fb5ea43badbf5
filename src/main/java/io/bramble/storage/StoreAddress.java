package io.bramble.storage;

import java.net.URI;

/**
 * Where an engine is, and what it can do.
 *
 * @param publicEndpoint what browsers and programs use; presigned URLs name this host
 * @param internalEndpoint where Bramble itself calls; often the same
 * @param region goes into every signature
 * @param capabilities what is beyond them is refused before anything is sent: a server that lacks {@link
 *     Capability#ANY_KEY} may store an object under another name than it was given
 */
public record StoreAddress(URI publicEndpoint, URI internalEndpoint, String region, Capabilities capabilities) {
    /** Of the embedded engine. */
    public StoreAddress(URI publicEndpoint, URI internalEndpoint, String region) {
        this(publicEndpoint, internalEndpoint, region, Capabilities.EMBEDDED);
    }
}
