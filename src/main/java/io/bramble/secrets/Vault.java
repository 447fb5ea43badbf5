package io.bramble.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must be kept but may not be read from a copy of the database or a disk.
 *
 * @see <a href="https://developers.google.com/tink/aead">Tink: authenticated encryption with associated data</a>
 */
@Component
public class Vault {
    private final Aead aead;

    Vault(@Value("${bramble.secrets.keyset}") Path keyset) {
        try {
            AeadConfig.register();
            aead = TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(keyset), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "bramble.secrets.keyset must name a readable Tink JSON keyset (AES256_GCM): " + keyset, broken);
        }
    }

    /**
     * @param place where the result is kept, as {@code table|id|column}; the same words are needed to decrypt, so
     *     ciphertext moved to another row is refused
     */
    public byte[] encrypt(byte[] plain, String place) {
        try {
            return aead.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Could not encrypt for " + place, broken);
        }
    }

    /** @throws IllegalStateException when the bytes were made for another place or by another keyset */
    public byte[] decrypt(byte[] cipher, String place) {
        try {
            return aead.decrypt(cipher, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Could not decrypt " + place + ": another keyset, or moved bytes", broken);
        }
    }
}
