package io.bramble.provisioning;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The engine inside this process.
 *
 * @param directory holds all objects
 * @param port 0 takes a free one, which then is the public endpoint too
 */
@ConfigurationProperties("bramble.engine.embedded")
record EmbeddedSettings(
        boolean enabled,
        Path directory,
        @DefaultValue("localhost") String host,
        int port) {}
