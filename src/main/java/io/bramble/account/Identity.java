package io.bramble.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as the identity provider vouches for them.
 *
 * @param termsAcceptedAt when they last accepted the terms there; null if it does not know
 */
public record Identity(
        String subject, String email, String name, @Nullable Instant termsAcceptedAt) {
    public Identity(String subject, String email, String name) {
        this(subject, email, name, null);
    }
}
