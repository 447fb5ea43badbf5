package io.bramble.secrets;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords of shared links, kept as bcrypt hashes. People's own passwords are Keycloak's. */
public final class Passwords {
    private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder();

    private Passwords() {}

    /** @param password up to 72 bytes */
    public static String hash(String password) {
        return BCRYPT.encode(password);
    }

    public static boolean matches(String password, String hash) {
        return password.length() <= 72 && BCRYPT.matches(password, hash);
    }
}
