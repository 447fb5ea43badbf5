package io.bramble.storage.minio;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bramble.storage.Drift;
import io.bramble.storage.minio.Principals.Claim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares who may do something on the engine with whom Bramble let in. */
final class DriftWatch {
    private static final Set<String> BUILT_IN =
            Set.of("consoleAdmin", "diagnostics", "readonly", "readwrite", "writeonly");

    private final AdminCalls calls;
    private final Principals principals;
    private final Keys keys;

    DriftWatch(AdminCalls calls, Principals principals, Keys keys) {
        this.calls = calls;
        this.principals = principals;
        this.keys = keys;
    }

    Drift look() {
        var policies = calls.get("list-canned-policies", Map.of()).properties().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var users = calls.getSealed("list-users", Map.of());
        var claims = principals.claims(policies);
        var changed = claims.entrySet().stream()
                .flatMap(claim -> principals.changed(claim.getKey(), claim.getValue(), policies, users).stream())
                .sorted()
                .toList();
        return new Drift(foreignUsers(users, claims), foreignPolicies(policies, claims), rootKeys(), changed);
    }

    private List<String> rootKeys() {
        return keys.accounts("").stream()
                .map(key -> key.path("accessKey").asString(""))
                .sorted()
                .toList();
    }

    private static List<String> foreignUsers(JsonNode users, Map<String, Claim> claims) {
        var ours = claims.values().stream().map(Claim::user).collect(toSet());
        return users.propertyNames().stream()
                .filter(user -> !ours.contains(user))
                .sorted()
                .toList();
    }

    private static List<String> foreignPolicies(Map<String, JsonNode> policies, Map<String, Claim> claims) {
        var ours = claims.keySet().stream()
                .flatMap(bucket -> Principals.policyNames(bucket).stream())
                .collect(toSet());
        return policies.keySet().stream()
                .filter(policy -> !BUILT_IN.contains(policy) && !ours.contains(policy))
                .sorted()
                .toList();
    }
}
