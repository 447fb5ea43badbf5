package io.bramble.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A personal token for the REST API, without its secret.
 *
 * @param hint the token's first characters, to recognise it by
 */
public record ApiToken(
        UUID id,
        String name,
        String hint,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** A new token with its secret, shown once and kept nowhere. */
    public record Issued(ApiToken token, String secret) {
        @Override
        public String toString() {
            return "Issued[" + token.id() + "]";
        }
    }

    /** Who calls with a token, and for what it may be used. */
    public record Caller(Membership membership, List<String> scopes) {}
}
