package io.bramble.provisioning;

import java.net.URI;

/**
 * Where an engine is that Bramble does not run. It never changes for one engine: other addresses are another engine.
 *
 * @param endpoint what programs use
 * @param adminEndpoint where Bramble itself calls; often the same
 * @param region goes into every signature
 */
record Elsewhere(URI endpoint, URI adminEndpoint, String region) {}
