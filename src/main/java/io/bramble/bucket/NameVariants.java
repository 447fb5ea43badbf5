package io.bramble.bucket;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Other names for a file whose name is taken: {@code a/b.txt} gives {@code a/b (2).txt}, {@code a/b (3).txt} … */
final class NameVariants {
    private static final int MOST = 1000;

    private NameVariants() {}

    static Stream<String> of(String key) {
        var end = key.endsWith("/") ? key.length() - 1 : key.length();
        var name = key.lastIndexOf('/', end - 1) + 1;
        var dot = key.lastIndexOf('.', end - 1);
        var cut = dot > name ? dot : end;
        return IntStream.rangeClosed(2, MOST)
                .mapToObj(number -> key.substring(0, cut) + " (" + number + ")" + key.substring(cut));
    }
}
