package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Legal keys that paths, URLs, XML and file systems like to change. */
public final class AwkwardKeys {
    public static final Comparator<String> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

    /** Keys that some engines cannot hold: parts that are empty, dots or too long for a file's name. */
    private static final Pattern ODD = Pattern.compile("(.*/)?\\.{0,2}/.*|(.*/)?\\.{1,2}", Pattern.DOTALL);

    public static final List<String> ALL = List.of(
            "../../etc/passwd",
            "a/../b",
            "a/./b",
            "./a",
            "a/..",
            "%2e%2e/x",
            "..%2Fx",
            "a//b",
            "/lead",
            "//",
            "/",
            "trail/",
            "a",
            "a/b",
            "A",
            "a b",
            " ",
            "a+b",
            "a%2Fb",
            "a%20b",
            "100%",
            "a#b?c=d&e",
            "a;b=c",
            "quote\"'<>&",
            "back\\slash",
            "colon:star*",
            "~tilde",
            "tab\tand\nline",
            "bell\u0007and\u007f",
            "😀/emoji 🍓",
            "é",
            "e\u0301",
            ".mpus-x",
            ".s3proxy-versions/x",
            ".DS_Store",
            "x".repeat(256),
            "y".repeat(300) + "/z",
            "ü".repeat(512),
            "d/".repeat(512),
            "A".repeat(1024));

    private AwkwardKeys() {}

    public static boolean isOdd(String key) {
        return ODD.matcher(key).matches()
                || Stream.of(key.split("/")).anyMatch(part -> part.getBytes(UTF_8).length > 255);
    }

    /** Without those below another of them. */
    public static List<String> apart(List<String> keys) {
        return keys.stream()
                .filter(key -> keys.stream().noneMatch(other -> key.startsWith(other + "/")))
                .toList();
    }

    /** What a folder of these keys lists. */
    public static List<String> folder(List<String> keys, String prefix) {
        return keys.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> {
                    var slash = key.indexOf('/', prefix.length());
                    return slash < 0 ? key : key.substring(0, slash + 1);
                })
                .distinct()
                .sorted(BY_BYTES)
                .toList();
    }

    static String random(RandomGenerator random, String letters, int length) {
        var codePoints = letters.codePoints().toArray();
        return random.ints(length, 0, codePoints.length)
                .mapToObj(i -> Character.toString(codePoints[i]))
                .collect(Collectors.joining());
    }
}
