package io.bramble.storage;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an engine tells others about a bucket's objects.
 *
 * @param id unique in its bucket
 * @param kinds at least one
 * @param prefix of the keys it is about; empty for all
 * @param suffix of the keys it is about; empty for all
 * @param target who is told; one of {@link StoreAdmin#eventTargets}
 */
public record EventRule(String id, SortedSet<Kind> kinds, String prefix, String suffix, String target) {
    /** What happened to an object. */
    public enum Kind {
        CREATED,
        REMOVED,
        /** Only found, never set: somebody else asked the engine for it. */
        OTHER
    }

    public EventRule {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    }
}
