package io.bramble.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as the console shows them to themselves. */
public record Profile(
        UUID userId,
        String email,
        String name,
        @Nullable String termsVersion,
        @Nullable Instant termsAcceptedAt,
        Instant createdAt) {}
