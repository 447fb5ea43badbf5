package io.bramble.api;

import io.bramble.account.Scope;
import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.IssuedKey;
import io.bramble.bucket.KeyState;
import io.bramble.bucket.KeyView;
import io.bramble.bucket.NewKey;
import io.bramble.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Access keys", description = "What programs sign S3 requests with")
@RestController
@RequestMapping("/api/v1")
class KeysResource {
    private final AccessKeys keys;
    private final CurrentUser user;
    private final Idempotency idempotency;

    KeysResource(AccessKeys keys, CurrentUser user, Idempotency idempotency) {
        this.keys = keys;
        this.user = user;
        this.idempotency = idempotency;
    }

    @GetMapping("/buckets/{bucketId}/keys")
    Items<Key> list(@PathVariable UUID bucketId) {
        return Items.all(keys.list(user.membership(Scope.KEY_READ), bucketId).stream()
                .map(Key::of)
                .toList());
    }

    @Operation(
            summary = "Make an access key",
            description = "The secret is in this answer and nowhere else. The key works once its state is ACTIVE.")
    @PostMapping("/buckets/{bucketId}/keys")
    ResponseEntity<?> issue(
            @PathVariable UUID bucketId,
            @RequestHeader(value = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody NewAccessKey body) {
        var acting = user.membership(Scope.KEY_WRITE);
        return idempotency.answer(acting, key, new Wish(bucketId, body), () -> {
            var issued = keys.issue(acting, bucketId, body.wish());
            return Created.at(URI.create("/api/v1/keys/" + issued.key().id()), Issued.of(issued));
        });
    }

    @GetMapping("/keys/{id}")
    Key get(@PathVariable UUID id) {
        return Key.of(keys.get(user.membership(Scope.KEY_READ), id));
    }

    @Operation(summary = "Revoke an access key", description = "Programs and URLs signed with it get 403 within 5 s.")
    @DeleteMapping("/keys/{id}")
    ResponseEntity<Void> revoke(@PathVariable UUID id) {
        keys.revoke(user.membership(Scope.KEY_WRITE), id);
        return ResponseEntity.noContent().build();
    }

    record NewAccessKey(
            @Nullable String name,

            @Schema(allowableValues = {"read-write", "read-only", "write-only"}) @Nullable
            String permission,

            @Nullable String prefix,
            @Nullable Instant expiresAt) {
        NewKey wish() {
            return new NewKey(
                    Required.given("name", name),
                    KeyPermission.of(Required.given("permission", permission)),
                    prefix == null ? "" : prefix,
                    expiresAt);
        }
    }

    /** The bucket belongs to the request, so one Idempotency-Key can't serve two buckets. */
    record Wish(UUID bucketId, NewAccessKey body) {}

    record Key(
            UUID id,
            UUID bucketId,
            String name,
            String permission,
            String prefix,
            KeyState state,
            String accessKeyId,
            @Nullable Instant expiresAt,
            Instant createdAt,
            @Nullable Instant revokedAt) {
        static Key of(KeyView key) {
            return new Key(
                    key.id(),
                    key.bucketId(),
                    key.name(),
                    KeyPermission.text(key.permission()),
                    key.prefix(),
                    key.state(),
                    key.accessKeyId(),
                    key.expiresAt(),
                    key.createdAt(),
                    key.revokedAt());
        }
    }

    record Issued(
            UUID id,
            UUID bucketId,
            String name,
            String permission,
            String prefix,
            KeyState state,
            @Nullable Instant expiresAt,
            String accessKeyId,
            @Nullable String secretAccessKey)
            implements Created.WithSecret {
        static Issued of(IssuedKey issued) {
            var key = issued.key();
            return new Issued(
                    key.id(),
                    key.bucketId(),
                    key.name(),
                    KeyPermission.text(key.permission()),
                    key.prefix(),
                    key.state(),
                    key.expiresAt(),
                    key.accessKeyId(),
                    issued.secret().reveal());
        }

        @Override
        public Issued withoutSecret() {
            return new Issued(id, bucketId, name, permission, prefix, state, expiresAt, accessKeyId, null);
        }

        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }
}
