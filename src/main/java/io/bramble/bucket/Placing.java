package io.bramble.bucket;

import static java.util.Objects.requireNonNull;

import io.bramble.bucket.JobStep.Way;
import io.bramble.storage.StoredObject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gives the files of a batch their new names; no two the same. */
final class Placing {
    private final Duplicates duplicates;
    private final Predicate<String> taken;
    private final Set<String> given = new HashSet<>();

    /** @param taken whether something of that name is in the store */
    Placing(Duplicates duplicates, Predicate<String> taken) {
        this.duplicates = duplicates;
        this.taken = taken;
    }

    /** @param there what has the wanted name; null if it is free */
    record Looked(JobStep step, @Nullable StoredObject there) {}

    JobStep place(Looked looked) {
        var step = looked.step();
        if (step.problem() != null) return step;
        var target = requireNonNull(step.target());
        var there = looked.there();
        if (there == null && given.add(target)) return step.going(Way.NEW, target);
        if (there != null && isMarker(there) && step.sizeBytes() == 0) return step.going(Way.SAME, target);
        return switch (duplicates) {
            case SKIP -> step.going(Way.SKIP, target);
            case REPLACE ->
                there != null && given.add(target)
                        ? step.going(Way.REPLACE, target)
                        : step.failing("Another of the chosen files has the same name.");
            case KEEP_BOTH -> step.going(Way.NEW, free(target));
        };
    }

    private static boolean isMarker(StoredObject object) {
        return object.key().endsWith("/") && object.sizeBytes() == 0;
    }

    private String free(String target) {
        return NameVariants.of(target)
                .filter(name -> !given.contains(name) && !taken.test(name))
                .filter(given::add)
                .findFirst()
                .orElse(target);
    }
}
