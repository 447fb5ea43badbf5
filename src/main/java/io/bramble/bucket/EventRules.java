package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.storage.EventRule;
import io.bramble.storage.EventRule.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whom a bucket's engine may be wished to tell, and of what. */
final class EventRules {
    private EventRules() {}

    /**
     * The rules with ids by which an engine can tell them apart, the same for the same rules.
     *
     * @param targets whom the engine can tell; a rule may leave it open if there is one
     */
    static List<EventRule> checked(List<EventRule> rules, List<String> targets) {
        if (rules.size() > LifecycleRules.MOST)
            throw new InvalidField(
                    "rules", "A bucket has at most %d rules, not %d.".formatted(LifecycleRules.MOST, rules.size()));
        var checked = new ArrayList<EventRule>();
        for (var rule : rules) checked.add(checked(rule, checked, targets));
        return List.copyOf(checked);
    }

    private static EventRule checked(EventRule rule, List<EventRule> before, List<String> targets) {
        var field = "rules[" + before.size() + "].";
        if (rule.kinds().isEmpty() || rule.kinds().contains(Kind.OTHER))
            throw new InvalidField(field + "kinds", "Name at least one of CREATED and REMOVED.");
        checkPart(field + "prefix", rule.prefix());
        checkPart(field + "suffix", rule.suffix());
        var target = rule.target().isEmpty() && targets.size() == 1 ? targets.getFirst() : rule.target();
        if (!targets.contains(target))
            throw new InvalidField(field + "target", "The engine can tell: " + String.join(", ", targets) + ".");
        if (before.stream().anyMatch(other -> other.equals(with(other.id(), rule, target))))
            throw new InvalidField(field + "kinds", "There is such a rule already.");
        return with("bramble-" + (before.size() + 1), rule, target);
    }

    private static EventRule with(String id, EventRule rule, String target) {
        return new EventRule(id, rule.kinds(), rule.prefix(), rule.suffix(), target);
    }

    /** MinIO takes no others. */
    private static void checkPart(String field, String part) {
        LifecycleRules.checkPrefix(field, part);
        if (part.contains("\\")
                || Stream.of(part.split("/", -1)).anyMatch(name -> name.equals(".") || name.equals("..")))
            throw new InvalidField(field, "Leave out \\ and the names . and ..");
    }
}
