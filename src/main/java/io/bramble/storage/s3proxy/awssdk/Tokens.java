package io.bramble.storage.s3proxy.awssdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.embedded.S3Fault;
import java.util.Base64;

/** Continuation tokens: the last name of a page, in letters that survive any XML and any URL. */
final class Tokens {
    private Tokens() {}

    static String of(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
    }

    static String key(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Fault.invalidArgument("This is not a continuation token of this engine.");
        }
    }
}
