package io.bramble.ui.buckets;

import io.bramble.storage.LifecycleRule;
import io.bramble.ui.parts.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a bucket cleans up by itself, as a sentence says it; a rule of S3 may hold several. */
record CleanUp(What what, String prefix, int days) {
    enum What {
        FILES("Delete files"),
        OLD_VERSIONS("Delete old versions"),
        UPLOADS("Give up unfinished uploads");

        private final String text;

        What(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static List<CleanUp> of(List<LifecycleRule> rules) {
        var all = new ArrayList<CleanUp>();
        for (var rule : rules) {
            add(all, What.FILES, rule, rule.expireAfterDays());
            add(all, What.OLD_VERSIONS, rule, rule.expireOldVersionsAfterDays());
            add(all, What.UPLOADS, rule, rule.abortUploadsAfterDays());
        }
        return all;
    }

    private static void add(List<CleanUp> all, What what, LifecycleRule rule, @Nullable Integer days) {
        if (days != null) all.add(new CleanUp(what, rule.prefix(), days));
    }

    LifecycleRule rule() {
        return new LifecycleRule(
                "",
                prefix,
                what == What.FILES ? days : null,
                what == What.OLD_VERSIONS ? days : null,
                what == What.UPLOADS ? days : null);
    }

    String sentence() {
        var below = prefix.isEmpty() ? "" : " below " + prefix;
        var time = Numbers.count(days, "day");
        return what.text
                + below
                + switch (what) {
                    case FILES -> " " + time + " after they were stored.";
                    case OLD_VERSIONS, UPLOADS -> " after " + time + ".";
                };
    }
}
