package io.bramble.account;

import java.time.Instant;
import java.util.UUID;

/** Who owns and pays: a person alone or a team. */
public record Account(UUID id, String name, Standing standing, String plan, Limits limits, Instant createdAt) {

    /** Published inside the transaction that opens an account, so that what belongs to it is made with it or not at all. */
    public record Opened(UUID accountId, String email) {}
}
