package io.bramble.storage;

import java.util.List;

/**
 * Who else may do something on an engine, as far as Bramble did not let them in: to be looked at by an operator.
 *
 * @param foreignUsers users that Bramble did not make
 * @param foreignPolicies policies that are neither Bramble's nor the engine's own
 * @param foreignKeys keys that act as the administrator
 * @param changed what Bramble made and somebody changed, in words; repaired when its bucket is next looked after
 */
public record Drift(
        List<String> foreignUsers, List<String> foreignPolicies, List<String> foreignKeys, List<String> changed) {
    public static final Drift NONE = new Drift(List.of(), List.of(), List.of(), List.of());

    public Drift {
        foreignUsers = List.copyOf(foreignUsers);
        foreignPolicies = List.copyOf(foreignPolicies);
        foreignKeys = List.copyOf(foreignKeys);
        changed = List.copyOf(changed);
    }
}
