package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.StoreException.KeyTooLong;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.util.regex.Pattern;

/** A key as a path that browsers, clients and servers leave as it is. */
final class ObjectPath {
    private static final int MAX_KEY_BYTES = 1024;
    private static final int MAX_PART_BYTES = 255;
    private static final Pattern BEFORE_DOTS = Pattern.compile("/(?=\\.{1,2}(/|$))");
    private static final Pattern AFTER_DOTS = Pattern.compile("(?<=(^|/|%2F)\\.{1,2})/");

    private ObjectPath() {}

    /**
     * Checked before it is used: some servers take {@code /a} for {@code a} and say nothing.
     *
     * @throws KeyTooLong above 1,024 bytes
     * @throws NotSupportedByEngine if the engine cannot hold such a key
     */
    static String of(String bucket, String key, Capabilities capabilities) {
        var path = of(bucket, key);
        if (!isPlainPath(key)) {
            capabilities.require(Capability.ANY_KEY);
        }
        return path;
    }

    /** A trailing slash is fine everywhere: it is how folders are marked. */
    private static boolean isPlainPath(String key) {
        var parts = key.split("/", -1);
        for (var i = 0; i < parts.length; i++) {
            var isEnd = i == parts.length - 1 && i > 0;
            var odd = parts[i].equals(".") || parts[i].equals("..") || (parts[i].isEmpty() && !isEnd);
            if (odd || parts[i].getBytes(UTF_8).length > MAX_PART_BYTES) {
                return false;
            }
        }
        return true;
    }

    private static String of(String bucket, String key) {
        var bytes = key.getBytes(UTF_8).length;
        if (bytes > MAX_KEY_BYTES) {
            throw new KeyTooLong(bytes);
        }
        return "/" + bucket + "/" + keepingDots(escape(key, true));
    }

    /** Browsers resolve {@code ..}, also as {@code %2e%2e}; they do not look behind an escaped slash. */
    private static String keepingDots(String path) {
        return AFTER_DOTS.matcher(BEFORE_DOTS.matcher(path).replaceAll("%2F")).replaceAll("%2F");
    }

    /** Percent-encodes as the signature wants it: all but letters, digits and {@code - . _ ~}. */
    static String escape(String text, boolean keepSlash) {
        var escaped = new StringBuilder(text.length() + 16);
        for (var b : text.getBytes(UTF_8)) {
            var c = (char) (b & 0xff);
            if (isPlain(c) || (keepSlash && c == '/')) {
                escaped.append(c);
            } else {
                escaped.append('%').append(hex(c >> 4)).append(hex(c));
            }
        }
        return escaped.toString();
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble & 15, 16));
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
