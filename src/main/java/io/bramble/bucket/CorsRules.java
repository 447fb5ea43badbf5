package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.storage.CorsRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which web pages may call a bucket. */
public final class CorsRules {
    public static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "HEAD");
    private static final List<String> UPLOAD_ANSWERS =
            List.of("ETag", "Content-Range", "x-amz-checksum-crc32", "x-amz-version-id");
    private static final int MOST = 50;
    private static final int MOST_OF_EACH = 20;
    private static final int DAY_SECONDS = 86_400;
    private static final int HOUR_SECONDS = 3600;
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'+.^_`|~-]{1,100}");

    private CorsRules() {}

    /** What a page needs that uploads, looks and downloads. */
    public static CorsRule upload(String origin) {
        return new CorsRule(List.of(origin), List.of("GET", "PUT", "HEAD"), List.of("*"), UPLOAD_ANSWERS, HOUR_SECONDS);
    }

    /** What an engine is told: the console's own page comes first and cannot be taken out. */
    static List<CorsRule> withConsole(URI console, List<CorsRule> wished) {
        var all = new ArrayList<CorsRule>();
        all.add(upload(console.getScheme() + "://" + console.getAuthority()));
        all.addAll(wished);
        return List.copyOf(all);
    }

    static void check(List<CorsRule> rules) {
        if (rules.size() > MOST)
            throw new InvalidField("rules", "A bucket has at most %d rules, not %d.".formatted(MOST, rules.size()));
        for (var i = 0; i < rules.size(); i++) check("rules[" + i + "].", rules.get(i));
    }

    private static void check(String field, CorsRule rule) {
        checkAll(field + "origins", rule.origins(), true);
        for (var origin : rule.origins()) checkOrigin(field + "origins", origin);
        checkAll(field + "methods", rule.methods(), true);
        if (!Set.copyOf(METHODS).containsAll(rule.methods()))
            throw new InvalidField(field + "methods", "Use " + String.join(", ", METHODS) + ".");
        checkAll(field + "allowedHeaders", rule.allowedHeaders(), false);
        for (var header : rule.allowedHeaders())
            if (!header.equals("*")) checkHeader(field + "allowedHeaders", header, " * stands for any.");
        checkAll(field + "exposedHeaders", rule.exposedHeaders(), false);
        for (var header : rule.exposedHeaders()) checkHeader(field + "exposedHeaders", header, "");
        if (rule.maxAgeSeconds() < 0 || rule.maxAgeSeconds() > DAY_SECONDS)
            throw new InvalidField(field + "maxAgeSeconds", "Use 0 to %,d seconds.".formatted(DAY_SECONDS));
    }

    private static void checkAll(String field, List<String> values, boolean needed) {
        if (needed && values.isEmpty()) throw new InvalidField(field, "Name at least one.");
        if (values.size() > MOST_OF_EACH) throw new InvalidField(field, "Name at most " + MOST_OF_EACH + ".");
        if (Set.copyOf(values).size() < values.size()) throw new InvalidField(field, "Name each once.");
    }

    private static void checkOrigin(String field, String origin) {
        if (!origin.equals("*") && !ORIGIN.matcher(origin).matches())
            throw new InvalidField(
                    field,
                    "Write the site as its browser address begins, without a path: https://example.org or"
                            + " http://localhost:3000. * stands for any site.");
    }

    private static void checkHeader(String field, String header, String more) {
        if (!HEADER.matcher(header).matches())
            throw new InvalidField(field, "Write header names as content-type or x-amz-meta-color." + more);
    }
}
