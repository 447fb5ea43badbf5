package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.account.InvalidField;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.LifecycleRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a bucket may be told to clean up by itself. */
final class LifecycleRules {
    static final int MOST = 50;
    private static final int MOST_DAYS = 3650;
    private static final int LONGEST_PREFIX = 1024;

    private LifecycleRules() {}

    /** The rules with ids by which an engine can tell them apart, the same for the same rules. */
    static List<LifecycleRule> checked(List<LifecycleRule> rules) {
        if (rules.size() > MOST)
            throw new InvalidField("rules", "A bucket has at most %d rules, not %d.".formatted(MOST, rules.size()));
        var checked = new ArrayList<LifecycleRule>();
        for (var rule : rules) checked.add(checked(rule, checked.size()));
        return List.copyOf(checked);
    }

    private static LifecycleRule checked(LifecycleRule rule, int index) {
        var field = "rules[" + index + "].";
        checkPrefix(field + "prefix", rule.prefix());
        checkDays(field + "expireAfterDays", rule.expireAfterDays());
        checkDays(field + "expireOldVersionsAfterDays", rule.expireOldVersionsAfterDays());
        checkDays(field + "abortUploadsAfterDays", rule.abortUploadsAfterDays());
        if (rule.expireAfterDays() == null
                && rule.expireOldVersionsAfterDays() == null
                && rule.abortUploadsAfterDays() == null)
            throw new InvalidField(
                    field + "expireAfterDays",
                    "Say after how many days: expireAfterDays, expireOldVersionsAfterDays or abortUploadsAfterDays.");
        return new LifecycleRule(
                "bramble-" + (index + 1),
                rule.prefix(),
                rule.expireAfterDays(),
                rule.expireOldVersionsAfterDays(),
                rule.abortUploadsAfterDays());
    }

    static void checkDays(String field, @Nullable Integer days) {
        if (days != null && (days < 1 || days > MOST_DAYS))
            throw new InvalidField(field, "Use 1 to %,d days, not %,d.".formatted(MOST_DAYS, days));
    }

    static void checkPrefix(String field, String prefix) {
        if (prefix.getBytes(UTF_8).length > LONGEST_PREFIX)
            throw new InvalidField(field, "A path has at most %,d bytes.".formatted(LONGEST_PREFIX));
        if (prefix.chars().anyMatch(Character::isISOControl))
            throw new InvalidField(field, "A path in a rule has no control characters.");
    }

    static boolean any(Capabilities engine) {
        return engine.has(Capability.LIFECYCLE) || engine.has(Capability.UPLOAD_EXPIRY);
    }

    /** Unfinished uploads are all that some engines clean up. */
    static void require(Capabilities engine, List<LifecycleRule> rules) {
        if (rules.stream()
                .anyMatch(rule -> rule.expireAfterDays() != null || rule.expireOldVersionsAfterDays() != null))
            engine.require(Capability.LIFECYCLE);
        if (rules.stream().anyMatch(rule -> rule.expireOldVersionsAfterDays() != null))
            engine.require(Capability.VERSIONING);
        if (rules.stream().anyMatch(rule -> rule.abortUploadsAfterDays() != null))
            engine.require(Capability.UPLOAD_EXPIRY);
    }
}
