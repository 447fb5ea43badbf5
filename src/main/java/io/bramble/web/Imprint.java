package io.bramble.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who answers for this installation, as the legal pages name them. */
@ConfigurationProperties("bramble.operator")
public record Imprint(
        @DefaultValue("the operator of this installation") String name,
        @Nullable String address,
        @Nullable String email,
        @DefaultValue("the operator's country") String country) {}
