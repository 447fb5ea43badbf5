package io.bramble.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an object lies below a bucket's folder. Any key of up to 1,024 bytes has a path of its own, on file systems that
 * ignore case, too: names are lower-case ASCII, at most 201 characters, and never {@code .} or {@code ..}.
 *
 * <p>{@code Photos/a.jpg} is {@code ^photos+/a.jpg=}: a segment ends in {@code +}, the last one in {@code =}, so that
 * {@code a} and {@code a/b} can both exist. A capital is written {@code ^a}, any other byte {@code %e2}. What is longer
 * than 200 characters goes on below a folder ending in {@code ~}.
 */
final class KeyPath {
    static final char SEGMENT = '+';
    static final char OBJECT = '=';
    static final char CONTINUED = '~';

    private static final int MAX_KEY_BYTES = 1024;
    private static final int MAX_NAME = 200;

    private KeyPath() {}

    static Path of(Path root, String key) {
        var bytes = key.getBytes(UTF_8).length;
        if (bytes > MAX_KEY_BYTES) {
            throw S3Fault.keyTooLong(bytes);
        }
        var path = root;
        for (var name : names(key)) {
            path = path.resolve(name);
        }
        return path;
    }

    /** The folder of all keys beginning so; null if no key can. */
    static @Nullable Path folder(Path root, String prefix) {
        if (prefix.getBytes(UTF_8).length > MAX_KEY_BYTES) {
            return null;
        }
        var path = root;
        for (var name : folders(prefix)) {
            path = path.resolve(name);
        }
        return path;
    }

    private static List<String> names(String key) {
        var names = folders(key);
        add(names, encode(key.substring(key.lastIndexOf('/') + 1)), OBJECT);
        return names;
    }

    private static List<String> folders(String key) {
        var names = new ArrayList<String>();
        var start = 0;
        for (var slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', start)) {
            add(names, encode(key.substring(start, slash)), SEGMENT);
            start = slash + 1;
        }
        return names;
    }

    private static void add(List<String> names, String encoded, char end) {
        var from = 0;
        for (; encoded.length() - from > MAX_NAME; from += MAX_NAME) {
            names.add(encoded.substring(from, from + MAX_NAME) + CONTINUED);
        }
        names.add(encoded.substring(from) + end);
    }

    private static String encode(String segment) {
        var name = new StringBuilder(segment.length() + 8);
        for (var b : segment.getBytes(UTF_8)) {
            if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_' || b == '.') {
                name.append((char) b);
            } else if (b >= 'A' && b <= 'Z') {
                name.append('^').append((char) (b + 32));
            } else {
                name.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return name.toString();
    }

    private static char hex(int nibble) {
        return Character.forDigit(nibble & 15, 16);
    }

    /** The segment a name, without its end, was made from. */
    static String decode(String encoded) {
        var bytes = new byte[encoded.length()];
        var length = 0;
        for (var i = 0; i < encoded.length(); i++) {
            var c = encoded.charAt(i);
            switch (c) {
                case '^' -> bytes[length++] = (byte) (encoded.charAt(++i) - 32);
                case '%' -> {
                    bytes[length++] = (byte) Integer.parseInt(encoded, i + 1, i + 3, 16);
                    i += 2;
                }
                default -> bytes[length++] = (byte) c;
            }
        }
        return new String(bytes, 0, length, UTF_8);
    }
}
