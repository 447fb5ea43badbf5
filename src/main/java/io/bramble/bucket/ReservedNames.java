package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Names that nobody may have: those of the platform itself, and offensive ones. Both lists are resource files. */
final class ReservedNames {
    private static final List<Pattern> RESERVED =
            lines("names/reserved.txt").map(ReservedNames::pattern).toList();
    private static final List<Pattern> OFFENSIVE = lines("names/offensive.txt")
            .map(ReservedNames::letters)
            .map(ReservedNames::pattern)
            .toList();

    private ReservedNames() {}

    static boolean contains(String name) {
        return anyMatch(RESERVED, name) || isOffensive(name);
    }

    private static boolean isOffensive(String name) {
        var read = letters(name);
        return anyMatch(OFFENSIVE, read.replace("-", ""))
                || Arrays.stream(read.split("-", -1)).anyMatch(word -> anyMatch(OFFENSIVE, word));
    }

    /** Digits as the letters they resemble; i and l count as one letter, for a 1 may be either. */
    private static String letters(String text) {
        var read = new StringBuilder();
        for (var c : text.toCharArray()) read.append(letter(c));
        return read.toString();
    }

    private static char letter(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', 'l' -> 'i';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '7' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            default -> c;
        };
    }

    private static boolean anyMatch(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern pattern(String line) {
        return Pattern.compile(line.replace("*", ".*"));
    }

    private static Stream<String> lines(String resource) {
        try {
            return new ClassPathResource(resource)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
