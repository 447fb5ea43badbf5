package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;

/** The secret half of an access key. Only {@link #reveal()} lets it out. */
public final class SecretKey {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 40;

    private final String value;

    private SecretKey(String value) {
        this.value = value;
    }

    public static SecretKey of(String value) {
        return new SecretKey(value);
    }

    public static SecretKey random() {
        return new SecretKey(Letters.random(new SecureRandom(), LETTERS, LENGTH));
    }

    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretKey that
                && MessageDigest.isEqual(value.getBytes(UTF_8), that.value.getBytes(UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "••••";
    }
}
