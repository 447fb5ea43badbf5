package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords of this machine's platform: each made at random when first asked for, then kept in a file of its own. */
record Secrets(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();

    synchronized String get(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) PrivateFile.write(file, fresh());
            return Files.readString(file);
        } catch (IOException refused) {
            throw new UncheckedIOException("Cannot keep a secret in " + file, refused);
        }
    }

    private static String fresh() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
