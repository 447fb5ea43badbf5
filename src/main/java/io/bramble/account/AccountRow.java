package io.bramble.account;

import java.time.Instant;
import java.util.UUID;

/** An account in the operators' list. */
public record AccountRow(
        UUID id,
        String name,
        String owner,
        Standing standing,
        String plan,
        long storageLimitBytes,
        Instant createdAt) {}
