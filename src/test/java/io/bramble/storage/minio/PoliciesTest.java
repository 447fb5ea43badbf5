package io.bramble.storage.minio;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.storage.Access;
import io.bramble.storage.Credentials;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.Permission;
import io.bramble.storage.ScopedKey;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PoliciesTest {
    private static final Instant EXPIRY = Instant.parse("2027-01-02T03:04:05Z");

    @ParameterizedTest
    @EnumSource(Permission.class)
    void what_a_key_may_do_is_read_back_from_its_policy(Permission permission) {
        for (var prefix : new String[] {"", "team/", "ü 😀/"}) {
            assertThat(KeyLimits.readPolicy("ID", "photos", json(Policies.ofKey("photos", permission, prefix, null))))
                    .hasValue(new KeyInfo("ID", "photos", permission, prefix, null));
            assertThat(KeyLimits.readPolicy("ID", "photos", json(Policies.ofKey("photos", permission, prefix, EXPIRY))))
                    .hasValue(new KeyInfo("ID", "photos", permission, prefix, EXPIRY));
        }
    }

    @Test
    void a_policy_that_bramble_would_not_write_is_none() {
        var mine = Policies.ofKey("photos", Permission.READ, "", null);
        assertThat(KeyLimits.readPolicy("ID", "other", json(mine))).isEmpty();
        var widened = AdminCalls.JSON.readTree(json(mine).toString().replace("s3:GetObject\"", "s3:*\""));
        assertThat(KeyLimits.readPolicy("ID", "photos", widened)).isEmpty();
    }

    @Test
    void the_order_of_lists_and_single_values_make_no_difference() {
        var ours = Policies.ofBucket("photos", Access.NONE, "mark");
        var theirs = AdminCalls.JSON.readTree("""
                {"Statement": [
                  {"Action": "s3:*", "Resource": "arn:aws:s3:::*", "Effect": "Deny"},
                  {"Effect": "Deny", "Action": ["admin:*"], "Sid": "mark"}], "Version": "2012-10-17"}""");

        assertThat(Policies.same(ours, theirs)).isTrue();
        assertThat(Policies.same(Policies.ofBucket("photos", Access.READ_ONLY, "mark"), theirs))
                .isFalse();
    }

    @Test
    void a_read_only_bucket_may_be_emptied_and_no_bucket_policy_lets_a_key_administer() {
        var readOnly =
                json(Policies.ofBucket("photos", Access.READ_ONLY, "mark")).toString();

        assertThat(readOnly).contains("s3:DeleteObject").doesNotContain("s3:PutObject");
        for (var access : Access.values()) {
            var last = json(Policies.ofBucket("photos", access, "mark")).path("Statement").values().stream()
                    .reduce((_, next) -> next)
                    .orElseThrow();
            assertThat(last.path("Effect").asString("")).isEqualTo("Deny");
            assertThat(last.path("Action").path(0).asString("")).isEqualTo("admin:*");
        }
    }

    @Test
    void the_note_on_a_key_says_all_unless_the_prefix_is_too_long_for_it() {
        assertThat(KeyLimits.readNote("ID", "photos", KeyLimits.note(key("a b/", EXPIRY))))
                .hasValue(new KeyInfo("ID", "photos", Permission.WRITE, "a b/", EXPIRY));
        assertThat(KeyLimits.readNote("ID", "photos", KeyLimits.note(key("", null))))
                .hasValue(new KeyInfo("ID", "photos", Permission.WRITE, "", null));
        assertThat(KeyLimits.readNote("ID", "photos", KeyLimits.note(key("x".repeat(300), null))))
                .isEmpty();
        assertThat(KeyLimits.readNote("ID", "photos", "somebody's own words")).isEmpty();
    }

    private static ScopedKey key(String prefix, @Nullable Instant expiresAt) {
        return new ScopedKey(Credentials.random(), "photos", Permission.WRITE, prefix, expiresAt);
    }

    private static JsonNode json(Map<String, Object> policy) {
        return AdminCalls.JSON.valueToTree(policy);
    }
}
