package io.bramble.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What S3 asks of a name, in plain words. */
final class NameRules {
    static final int SHORTEST = 3;
    static final int LONGEST = 63;
    private static final List<String> FORBIDDEN_STARTS = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> FORBIDDEN_ENDS = List.of("-s3alias", "--ol-s3", "--x-s3", "--table-s3");

    private NameRules() {}

    /** @return null for a good name, else what to change */
    static @Nullable String problem(String name) {
        if (name.length() < SHORTEST) return "Use at least 3 characters.";
        if (name.length() > LONGEST) return "Use at most 63 characters; this name has " + name.length() + ".";
        if (name.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) return "Use lower-case letters.";
        if (name.matches("[0-9]+(\\.[0-9]+){3}")) return "A name can't look like an IP address.";
        if (name.contains(".")) return "Use a hyphen instead of a dot: dots break secure host names.";
        if (!name.matches("[a-z0-9-]+")) return "Use only lower-case letters, digits and hyphens.";
        if (name.startsWith("-") || name.endsWith("-")) return "Begin and end with a letter or a digit.";
        return affixProblem(name);
    }

    private static @Nullable String affixProblem(String name) {
        for (var start : FORBIDDEN_STARTS) if (name.startsWith(start)) return "A name can't begin with " + start + ".";
        for (var end : FORBIDDEN_ENDS) if (name.endsWith(end)) return "A name can't end with " + end + ".";
        return null;
    }
}
