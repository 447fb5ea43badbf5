package io.bramble.storage.embedded;

import io.bramble.storage.Access;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.SecretKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All keys, and what buckets allow, at one moment. */
record IdentityState(Map<String, Key> keys, Map<String, Rule> rules) {
    static final IdentityState EMPTY = new IdentityState(Map.of(), Map.of());

    record Key(KeyInfo info, SecretKey secret) {}

    /** Of a bucket; one without a rule of its own is open and unlimited. */
    record Rule(Access access, @Nullable Long quotaBytes) {
        static final Rule OPEN = new Rule(Access.READ_WRITE, null);
    }

    IdentityState {
        keys = Map.copyOf(keys);
        rules = Map.copyOf(rules);
    }

    Rule rule(String bucket) {
        return Objects.requireNonNullElse(rules.get(bucket), Rule.OPEN);
    }

    IdentityState with(Key key) {
        var more = new HashMap<>(keys);
        more.put(key.info().accessKeyId(), key);
        return new IdentityState(more, rules);
    }

    IdentityState without(String accessKeyId) {
        var fewer = new HashMap<>(keys);
        fewer.remove(accessKeyId);
        return new IdentityState(fewer, rules);
    }

    IdentityState with(String bucket, Rule rule) {
        var more = new HashMap<>(rules);
        more.put(bucket, rule);
        return new IdentityState(keys, more);
    }

    IdentityState withoutBucket(String bucket) {
        var otherKeys = new HashMap<>(keys);
        otherKeys.values().removeIf(key -> key.info().bucket().equals(bucket));
        var otherRules = new HashMap<>(rules);
        otherRules.remove(bucket);
        return new IdentityState(otherKeys, otherRules);
    }
}
