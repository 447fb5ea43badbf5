package io.bramble.storage;

import java.net.URI;

/**
 * Where an engine is.
 *
 * @param publicEndpoint what browsers and programs use; presigned URLs name this host
 * @param internalEndpoint where Bramble itself calls; often the same
 * @param region goes into every signature
 */
public record StoreAddress(URI publicEndpoint, URI internalEndpoint, String region) {}
