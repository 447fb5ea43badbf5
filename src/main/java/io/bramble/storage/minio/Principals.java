package io.bramble.storage.minio;

import io.bramble.storage.Access;
import io.bramble.storage.Credentials;
import io.bramble.storage.SecretKey;
import io.bramble.storage.StoreException.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One user for each bucket, above all its keys, and the three policies it may have.
 *
 * <p>The names of the policies say which bucket they are for, and a mark in each whose bucket it is and what its user is
 * called: a name nobody can guess is found again without being kept elsewhere, also when somebody overwrites a policy.
 * The read-write one is made first and removed last, so that whatever a killed process leaves behind is found by it.
 */
final class Principals {
    private static final String MARK = "bramble ";

    private final AdminCalls calls;

    Principals(AdminCalls calls) {
        this.calls = calls;
    }

    /** For whom a bucket was made, and the user above its keys. */
    record Claim(String owner, String user) {
        static Claim of(String owner) {
            var random = Credentials.random().accessKeyId().toLowerCase(Locale.ROOT);
            return new Claim(owner, "u-" + random.substring(0, 16));
        }

        private String sid() {
            return MARK + user + " " + owner;
        }

        private static Optional<Claim> read(JsonNode policy) {
            for (var statement : policy.path("Statement").values()) {
                var words = statement.path("Sid").asString("").split(" ", 3);
                if (words.length == 3 && words[0].equals(MARK.strip())) {
                    return Optional.of(new Claim(words[2], words[1]));
                }
            }
            return Optional.empty();
        }
    }

    /** By whichever policy still tells it: a person may have overwritten one. */
    Optional<Claim> claim(String bucket) {
        return Stream.of(Access.values())
                .flatMap(access -> policy(name(bucket, access)).flatMap(Claim::read).stream())
                .findFirst();
    }

    /** All of them, by bucket. */
    Map<String, Claim> claims(Map<String, JsonNode> policies) {
        var claims = new TreeMap<String, Claim>();
        policies.forEach((name, policy) -> {
            var bucket = name.replaceFirst("^p-(.*)-(rw|ro|none)$", "$1");
            if (!bucket.equals(name)) {
                Claim.read(policy).ifPresent(claim -> claims.putIfAbsent(bucket, claim));
            }
        });
        return claims;
    }

    /** Makes what is not there, and puts right what is not as it was made. */
    void ensure(String bucket, Claim claim) {
        for (var access : List.of(Access.READ_WRITE, Access.READ_ONLY, Access.NONE)) {
            ensurePolicy(bucket, claim, access);
        }
        var user = user(claim.user());
        if (user.isEmpty() || !user.get().path("status").asString("").equals("enabled")) {
            var body = Map.of("secretKey", SecretKey.random().reveal(), "status", "enabled"); // known to nobody
            calls.sendSealed("PUT", "add-user", Map.of("accessKey", claim.user()), body);
        }
        if (user.isEmpty()
                || !policyNames(bucket).contains(user.get().path("policyName").asString(""))) {
            attach(bucket, claim, Access.READ_WRITE);
        }
    }

    /** One call cuts or opens all keys of the bucket, and what they have signed. */
    void access(String bucket, Claim claim, Access access) {
        ensurePolicy(bucket, claim, access);
        var has = user(claim.user()).map(user -> user.path("policyName").asString(""));
        if (has.isEmpty()) {
            ensure(bucket, claim);
        }
        if (!has.equals(Optional.of(name(bucket, access)))) {
            attach(bucket, claim, access);
        }
    }

    private void attach(String bucket, Claim claim, Access access) {
        calls.send(
                "PUT",
                "set-user-or-group-policy",
                Map.of("policyName", name(bucket, access), "userOrGroup", claim.user(), "isGroup", "false"));
    }

    private void ensurePolicy(String bucket, Claim claim, Access access) {
        var wanted = document(bucket, claim, access);
        var there = policy(name(bucket, access));
        if (there.isEmpty() || !Policies.same(wanted, there.get())) {
            calls.put("add-canned-policy", Map.of("name", name(bucket, access)), wanted);
        }
    }

    /** The keys go with the user. */
    void remove(String bucket, Claim claim) {
        if (user(claim.user()).isPresent()) {
            calls.send("DELETE", "remove-user", Map.of("accessKey", claim.user()));
        }
        for (var access : List.of(Access.NONE, Access.READ_ONLY, Access.READ_WRITE)) {
            calls.send("DELETE", "remove-canned-policy", Map.of("name", name(bucket, access)));
        }
    }

    /** What is not as it was made, in words. */
    List<String> changed(String bucket, Claim claim, Map<String, JsonNode> policies, JsonNode users) {
        var changed = new ArrayList<String>();
        for (var access : Access.values()) {
            var there = policies.get(name(bucket, access));
            if (there == null || !Policies.same(document(bucket, claim, access), there)) {
                changed.add("policy " + name(bucket, access));
            }
        }
        var user = users.path(claim.user());
        if (!user.path("status").asString("").equals("enabled")
                || !policyNames(bucket).contains(user.path("policyName").asString(""))
                || !user.path("memberOf").isEmpty()) {
            changed.add("user " + claim.user() + " of bucket " + bucket);
        }
        return changed;
    }

    static List<String> policyNames(String bucket) {
        return Stream.of(Access.values()).map(access -> name(bucket, access)).toList();
    }

    private static String name(String bucket, Access access) {
        return "p-" + bucket
                + switch (access) {
                    case READ_WRITE -> "-rw";
                    case READ_ONLY -> "-ro";
                    case NONE -> "-none";
                };
    }

    private static Map<String, Object> document(String bucket, Claim claim, Access access) {
        return Policies.ofBucket(bucket, access, claim.sid());
    }

    private Optional<JsonNode> policy(String name) {
        try {
            return Optional.of(calls.get("info-canned-policy", Map.of("name", name, "v", "2"))
                    .path("Policy"));
        } catch (Refused e) {
            return orThrow(e, "XMinioAdminNoSuchPolicy");
        }
    }

    private Optional<JsonNode> user(String name) {
        try {
            return Optional.of(calls.get("user-info", Map.of("accessKey", name)));
        } catch (Refused e) {
            return orThrow(e, "XMinioAdminNoSuchUser");
        }
    }

    private static Optional<JsonNode> orThrow(Refused refused, String expected) {
        if (refused.code().equals(expected)) {
            return Optional.empty();
        }
        throw refused;
    }
}
