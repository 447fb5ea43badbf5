package io.bramble.provisioning;

import io.bramble.account.InvalidField;
import io.bramble.storage.Credentials;
import io.bramble.storage.SecretKey;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An engine that runs elsewhere and is there from the first start on; others are added by operators.
 *
 * @param name of its storage cluster; without one there is no such engine
 * @param adminEndpoint the endpoint, unless Bramble reaches it by another way
 */
@ConfigurationProperties("bramble.engine.external")
record ExternalSettings(
        @DefaultValue("") String name,
        @Nullable URI endpoint,
        @Nullable URI adminEndpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String rootUser,
        @DefaultValue("") String rootSecret) {

    boolean enabled() {
        return !name.isEmpty();
    }

    Elsewhere place() {
        if (endpoint == null) throw new InvalidField("bramble.engine.external.endpoint", "Name the engine's address.");
        return new Elsewhere(endpoint, adminEndpoint == null ? endpoint : adminEndpoint, region);
    }

    Credentials root() {
        return new Credentials(rootUser, SecretKey.of(rootSecret));
    }

    @Override
    public String toString() {
        return "ExternalSettings[" + name + "]";
    }
}
