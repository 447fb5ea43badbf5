package io.bramble.provisioning;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How programs reach buckets.
 *
 * @param endpoint may contain {@code {namespace}}
 */
@ConfigurationProperties("bramble.storage")
record StorageSettings(String endpoint, String region) {}
