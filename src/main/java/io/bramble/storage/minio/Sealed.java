package io.bramble.storage.minio;

import io.bramble.storage.SecretKey;
import io.bramble.storage.StoreException.Refused;
import io.minio.admin.Crypto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;

/**
 * How administration requests hide secrets from whoever reads along: sealed with root's own.
 *
 * <p>Sealed by PBKDF2, which every server takes and which costs it and us a hundredth of Argon2's 64 MiB and 150 ms;
 * root's secret is no guessable password. What servers answer is sealed by Argon2, and opened by MinIO's own client.
 */
final class Sealed {
    private static final int SALT = 32;
    private static final int NONCE = 8;
    private static final int TAG = 16;
    private static final byte PBKDF2 = 2;
    private static final int ITERATIONS = 8192;
    private static final byte LAST = (byte) 0x80;
    /** More would have to be cut into several pieces. */
    private static final int MAX_BYTES = 1 << 14;
    /** Each takes 64 MiB for a moment, whichever engine answered: all passes over buckets at once would take the heap. */
    private static final Semaphore OPENINGS = new Semaphore(2);

    private Sealed() {}

    static byte[] seal(byte[] plain, SecretKey secret) {
        if (plain.length > MAX_BYTES) {
            throw new IllegalArgumentException("at most 16 KiB can be sealed");
        }
        var random = new SecureRandom();
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var key = key(secret, salt);
            var bound = ByteBuffer.allocate(1 + TAG).put(LAST).put(encrypt(key, nonce, 0, new byte[0], new byte[0]));
            var body = encrypt(key, nonce, 1, bound.array(), plain);
            return ByteBuffer.allocate(SALT + 1 + NONCE + body.length)
                    .put(salt)
                    .put(PBKDF2)
                    .put(nonce)
                    .put(body)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec key(SecretKey secret, byte[] salt) throws GeneralSecurityException {
        var spec = new PBEKeySpec(secret.reveal().toCharArray(), salt, ITERATIONS, 256);
        var derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
        return new SecretKeySpec(derived.getEncoded(), "AES");
    }

    private static byte[] encrypt(SecretKeySpec key, byte[] nonce, int counter, byte[] bound, byte[] plain)
            throws GeneralSecurityException {
        var iv = ByteBuffer.allocate(NONCE + 4)
                .put(nonce)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(counter);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, iv.array()));
        cipher.updateAAD(bound);
        return cipher.doFinal(plain);
    }

    static byte[] open(byte[] sealed, SecretKey secret) {
        OPENINGS.acquireUninterruptibly();
        try {
            return Crypto.decrypt(new ByteArrayInputStream(sealed), secret.reveal());
        } catch (IOException | InvalidCipherTextException e) {
            throw new Refused("Unreadable", "The engine's answer cannot be opened with root's secret.", e);
        } finally {
            OPENINGS.release();
        }
    }
}
