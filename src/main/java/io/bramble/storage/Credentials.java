package io.bramble.storage;

import java.security.SecureRandom;

/**
 * An access key of an engine.
 *
 * @param accessKeyId 3 to 20 characters; unguessable, because on some engines whoever knows an id may write
 */
public record Credentials(String accessKeyId, SecretKey secretKey) {
    private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int ID_LENGTH = 20;

    /** A new pair from {@link SecureRandom}: 20 of A-Z0-9, and 40 letters and digits. */
    public static Credentials random() {
        var id = Letters.random(new SecureRandom(), ID_LETTERS, ID_LENGTH);
        return new Credentials(id, SecretKey.random());
    }
}
