package io.bramble.storage.s3proxy;

import io.bramble.storage.CorsRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of a bucket's rules is about a call from a web page, as S3 reads them: the first that allows all of it. */
final class PageRules {
    private PageRules() {}

    /** @param headers that the page wants to send; none when it has sent them */
    static Optional<CorsRule> find(List<CorsRule> rules, String origin, String method, List<String> headers) {
        return rules.stream()
                .filter(rule -> rule.methods().contains(method))
                .filter(rule -> anyIs(rule.origins(), origin))
                .filter(rule -> headers.stream().allMatch(header -> anyIs(lower(rule.allowedHeaders()), lower(header))))
                .findFirst();
    }

    private static boolean anyIs(List<String> patterns, String word) {
        return patterns.stream().anyMatch(pattern -> is(pattern, word));
    }

    /** One {@code *} stands for anything. */
    private static boolean is(String pattern, String word) {
        var star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(word);
        }
        var end = pattern.substring(star + 1);
        return word.length() >= star + end.length()
                && word.startsWith(pattern.substring(0, star))
                && word.endsWith(end);
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(PageRules::lower).toList();
    }

    /** Header names mean the same in either case. */
    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
