package io.bramble.api;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toCollection;

import io.bramble.account.InvalidField;
import io.bramble.storage.EventRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who is told of what. */
record Told(
        @Schema(allowableValues = {"CREATED", "REMOVED"}) @Nullable
        List<@Nullable String> kinds,

        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String target) {
    EventRule rule() {
        var named = Required.items("rules[].kinds", kinds).stream().map(Told::kind);
        return new EventRule(
                "",
                named.collect(toCollection(TreeSet::new)),
                requireNonNullElse(prefix, ""),
                requireNonNullElse(suffix, ""),
                requireNonNullElse(target, ""));
    }

    private static EventRule.Kind kind(String text) {
        for (var kind : EventRule.Kind.values()) if (kind.name().equals(text)) return kind;
        throw new InvalidField("rules[].kinds", "Use CREATED and REMOVED.");
    }

    static Told of(EventRule rule) {
        var kinds = rule.kinds().stream().map(EventRule.Kind::name).toList();
        return new Told(kinds, rule.prefix(), rule.suffix(), rule.target());
    }
}
