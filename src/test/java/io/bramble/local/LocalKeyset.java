package io.bramble.local;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The key that encrypts engine secrets at rest, made once and then kept: without it those secrets are lost. */
final class LocalKeyset {

    private LocalKeyset() {}

    /** Makes the keyset unless the file is there; returns the file. */
    static Path in(Path file) throws IOException {
        if (!Files.exists(file)) PrivateFile.write(file, fresh());
        return file;
    }

    private static String fresh() {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This Java cannot make an AES-256-GCM key", broken);
        }
    }
}
