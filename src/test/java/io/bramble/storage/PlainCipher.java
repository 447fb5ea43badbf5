package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Seals by turning bytes around and binds them to their context; enough to see that it is used. */
final class PlainCipher implements SecretCipher {
    @Override
    public byte[] encrypt(byte[] plain, String context) {
        var sealed = (context + "\n" + new String(plain, UTF_8)).getBytes(UTF_8);
        return turned(sealed);
    }

    @Override
    public byte[] decrypt(byte[] sealed, String context) {
        var text = new String(turned(sealed), UTF_8);
        if (!text.startsWith(context + "\n")) {
            throw new IllegalStateException("sealed for something else");
        }
        return text.substring(context.length() + 1).getBytes(UTF_8);
    }

    private static byte[] turned(byte[] bytes) {
        var turned = Arrays.copyOf(bytes, bytes.length);
        for (var i = 0; i < turned.length; i++) {
            turned[i] = (byte) ~turned[i];
        }
        return turned;
    }
}
