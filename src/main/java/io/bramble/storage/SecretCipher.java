package io.bramble.storage;

/** How secrets are sealed before they are written down. */
public interface SecretCipher {
    /**
     * Seals.
     *
     * @param context bound to the result: only the same context opens it
     */
    byte[] encrypt(byte[] plain, String context);

    byte[] decrypt(byte[] sealed, String context);
}
