package io.bramble.storage.minio;

import io.bramble.storage.KeyInfo;
import io.bramble.storage.ScopedKey;
import io.bramble.storage.StoreException.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The keys of a bucket: service accounts below its user, each with a policy of its own; without one a key could do all
 * that its user can. When a key expires stands in the policy too, since the engine's own expiry knows no time nearer than
 * 15 minutes or farther than a year.
 */
final class Keys {
    /** Of these a policy makes patterns and variables. */
    private static final Pattern NO_PREFIX = Pattern.compile(".*[*?$\\p{Cntrl}].*", Pattern.DOTALL);

    private static final String TAKEN = "XMinioIAMServiceAccountNotAllowed";
    private static final String UNKNOWN = "XMinioInvalidIAMCredentials";

    private final AdminCalls calls;

    Keys(AdminCalls calls) {
        this.calls = calls;
    }

    void ensure(ScopedKey key, String user) {
        if (NO_PREFIX.matcher(key.prefix()).matches()) {
            throw new Refused("InvalidPrefix", "A key's prefix has no *, ?, $ and no control characters here.", null);
        }
        try {
            calls.sendSealed("PUT", "add-service-account", Map.of(), description(key, user));
        } catch (Refused e) {
            if (!e.code().equals(TAKEN)) {
                throw e;
            }
            change(key, user);
        }
    }

    private static Map<String, Object> description(ScopedKey key, String user) {
        return Map.of(
                "targetUser",
                user,
                "accessKey",
                key.id(),
                "secretKey",
                key.credentials().secretKey().reveal(),
                "policy",
                policy(key),
                "description",
                KeyLimits.note(key));
    }

    private void change(ScopedKey key, String user) {
        var there = info(key.id());
        if (there.isEmpty() || !there.get().path("parentUser").asString("").equals(user)) {
            throw new Refused(TAKEN, "The access key " + key.id() + " is somebody else's.", null);
        }
        change(
                key.id(),
                Map.of(
                        "newPolicy",
                        policy(key),
                        "newSecretKey",
                        key.credentials().secretKey().reveal(),
                        "newDescription",
                        KeyLimits.note(key),
                        "newStatus",
                        "on"));
    }

    private static Map<String, Object> policy(ScopedKey key) {
        return Policies.ofKey(key.bucket(), key.permission(), key.prefix(), key.expiresAt());
    }

    void revoke(String accessKeyId) {
        try {
            calls.send("DELETE", "delete-service-account", Map.of("accessKey", accessKeyId));
        } catch (Refused e) {
            if (!e.code().equals(UNKNOWN)) {
                throw e;
            }
        }
    }

    /** Those that are as Bramble makes them; one that is switched off, or whose policy was taken away, is missing. */
    List<KeyInfo> of(String bucket, String user) {
        return accounts(user).stream()
                .filter(key -> key.path("accountStatus").asString("").equals("on"))
                .flatMap(key -> read(bucket, key).stream())
                .toList();
    }

    /** By the note on it, where that had room for all; opening each key's policy takes long. */
    private Optional<KeyInfo> read(String bucket, JsonNode key) {
        var id = key.path("accessKey").asString("");
        if (key.path("impliedPolicy").asBoolean(false)) {
            return Optional.empty();
        }
        return KeyLimits.readNote(id, bucket, key.path("description").asString(""))
                .or(() -> info(id).flatMap(full -> KeyLimits.readPolicy(id, bucket, policy(full))));
    }

    /** The note on a key says what its policy must say; one without a note cannot be put right and is cut off. */
    List<String> repair(String bucket, String user) {
        var repaired = new ArrayList<String>();
        for (var key : accounts(user)) {
            var id = key.path("accessKey").asString("");
            var noted = KeyLimits.readNote(id, bucket, key.path("description").asString(""));
            var policy = info(id).map(Keys::policy);
            var asNoted = noted.isPresent()
                    ? policy.filter(its -> Policies.same(policy(noted.get()), its))
                            .isPresent()
                    : policy.flatMap(its -> KeyLimits.readPolicy(id, bucket, its))
                            .isPresent();
            if (!asNoted) {
                repair(id, noted);
                repaired.add(id);
            }
        }
        return repaired;
    }

    private void repair(String id, Optional<KeyInfo> noted) {
        if (noted.isEmpty()) {
            change(id, Map.of("newStatus", "off"));
            return;
        }
        change(id, Map.of("newPolicy", policy(noted.get()), "newStatus", "on"));
    }

    private static Map<String, Object> policy(KeyInfo key) {
        return Policies.ofKey(key.bucket(), key.permission(), key.prefix(), key.expiresAt());
    }

    private void change(String id, Map<String, Object> change) {
        calls.sendSealed("POST", "update-service-account", Map.of("accessKey", id), change);
    }

    /** As the engine has them, whoever made them; of a user that is gone, none. */
    List<JsonNode> accounts(String user) {
        try {
            return List.copyOf(calls.getSealed("list-service-accounts", Map.of("user", user))
                    .path("accounts")
                    .values());
        } catch (Refused e) {
            if (e.code().equals("XMinioAdminNoSuchUser")) {
                return List.of();
            }
            throw e;
        }
    }

    private static JsonNode policy(JsonNode key) {
        return AdminCalls.JSON.readTree(key.path("policy").asString("{}"));
    }

    private Optional<JsonNode> info(String accessKeyId) {
        try {
            return Optional.of(calls.getSealed("info-service-account", Map.of("accessKey", accessKeyId)));
        } catch (Refused e) {
            if (e.code().equals(UNKNOWN)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
