package io.bramble.bucket;

import java.security.SecureRandom;
import java.util.Base64;

/** The unguessable end of a link: 16 random bytes, of which the SHA-256 is looked up. */
final class ShareTokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShareTokens() {}

    static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
