package io.bramble.bucket;

import io.bramble.account.InvalidField;
import org.jspecify.annotations.Nullable;

/** A namespace's name, the first label of an endpoint: a bucket's name without two hyphens in a row. */
public record NamespaceName(String value) {
    public NamespaceName {
        var problem = problem(value);
        if (problem != null) throw new InvalidField("name", problem);
    }

    private static @Nullable String problem(String value) {
        var problem = NameRules.problem(value);
        if (problem != null) return problem;
        return value.contains("--") ? "Leave out one of the two hyphens in a row." : null;
    }

    @Override
    public String toString() {
        return value;
    }
}
