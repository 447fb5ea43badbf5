package io.bramble.bucket;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names near a wanted one. */
final class Variants {
    private static final int LONGEST_PROPOSAL = 40;
    private static final int NUMBERED = 20;
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";
    private static final RandomGenerator RANDOM = new SecureRandom();

    private Variants() {}

    /** {@code anna.smith+shop@example.org} gives {@code anna-smith}; what may not be shown gives a neutral name. */
    static String ofEmail(String email) {
        var local = email.substring(0, email.indexOf('@') < 0 ? email.length() : email.indexOf('@'));
        var untagged = local.indexOf('+') > 0 ? local.substring(0, local.indexOf('+')) : local;
        var clean = trimmed(untagged.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), LONGEST_PROPOSAL);
        return NameRules.problem(clean) != null || ReservedNames.contains(clean) ? neutral() : clean;
    }

    static String neutral() {
        return "berry-" + random(6);
    }

    /** {@code name-2, name-3 …}, then with random ends, of which one is always free. */
    static Stream<String> numbered(String name) {
        var numbers = IntStream.rangeClosed(2, NUMBERED).mapToObj(Integer::toString);
        return Stream.concat(numbers, Stream.generate(() -> random(5))).map(end -> withEnd(name, end));
    }

    /** The first variant of a bucket's name that passes: with the namespace's name behind it, else numbered. */
    static String free(String name, String namespace, Predicate<String> isFree) {
        return Stream.concat(Stream.of(withEnd(name, namespace)), numbered(name))
                .filter(variant -> NameRules.problem(variant) == null && !ReservedNames.contains(variant))
                // A long name that already ends so comes out as itself.
                .filter(variant -> !variant.equals(name))
                .filter(isFree)
                .findFirst()
                .orElseThrow();
    }

    private static String withEnd(String name, String end) {
        return trimmed(name, NameRules.LONGEST - 1 - Math.min(end.length(), NameRules.LONGEST / 2)) + "-"
                + trimmed(end, NameRules.LONGEST / 2);
    }

    private static String trimmed(String name, int longest) {
        var cut = name.length() > longest ? name.substring(0, longest) : name;
        return cut.replaceAll("^-+|-+$", "");
    }

    private static String random(int length) {
        var letters = new StringBuilder();
        for (var i = 0; i < length; i++) letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return letters.toString();
    }
}
