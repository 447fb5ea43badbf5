package io.bramble.api;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.Scope;
import io.bramble.bucket.BucketQuery;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Creation;
import io.bramble.bucket.Namespaces;
import io.bramble.bucket.NewBucket;
import io.bramble.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Buckets", description = "Made and removed in the background: poll until state is READY")
@RestController
@RequestMapping("/api/v1/buckets")
class BucketsResource {
    private final Buckets buckets;
    private final Namespaces namespaces;
    private final CurrentUser user;
    private final Idempotency idempotency;

    BucketsResource(Buckets buckets, Namespaces namespaces, CurrentUser user, Idempotency idempotency) {
        this.buckets = buckets;
        this.namespaces = namespaces;
        this.user = user;
        this.idempotency = idempotency;
    }

    @Operation(summary = "Buckets by name, deleted ones that can still be restored included")
    @GetMapping
    Items<BucketView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = Items.limit(limit);
        var page =
                buckets.list(user.membership(Scope.BUCKET_READ), BucketQuery.after(Items.position(cursor), size + 1));
        return Items.page(page, size, BucketView::name);
    }

    @Operation(summary = "Ask for a bucket", description = "Answers 202: the bucket is made in the background.")
    @PostMapping
    ResponseEntity<?> create(
            @RequestHeader(value = Idempotency.HEADER, required = false) @Nullable String key, @RequestBody Wish body) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        return idempotency.answer(acting, key, body, () -> {
            var namespace = namespace(acting, body.namespace());
            var wish = new NewBucket(Required.given("name", body.name()), Boolean.TRUE.equals(body.objectLock()));
            return switch (buckets.create(acting, namespace, wish)) {
                case Creation.Accepted(var made) -> Created.accepted(at(made.id()), made);
                case Creation.NameTaken taken -> throw new Refused.NameTaken(taken.message());
                case Creation.NameReserved reserved -> throw new Refused.NameReserved(reserved.message());
                case Creation.LimitReached(var most) -> throw new Refused.TooMany(most);
            };
        });
    }

    @GetMapping("/{id}")
    BucketView get(@PathVariable UUID id) {
        return buckets.get(user.membership(Scope.BUCKET_READ), id);
    }

    @Operation(
            summary = "Delete a bucket",
            description = "Access is cut at once; until purgeAfter it can be restored. Repeat the name to be sure.")
    @DeleteMapping("/{id}")
    ResponseEntity<Deleted> delete(@PathVariable UUID id, @RequestParam String name) {
        return ResponseEntity.accepted()
                .body(new Deleted(buckets.delete(user.membership(Scope.BUCKET_WRITE), id, name)));
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<BucketView> restore(@PathVariable UUID id) {
        var restored = buckets.restore(user.membership(Scope.BUCKET_WRITE), id);
        return ResponseEntity.accepted().location(at(id)).body(restored);
    }

    @Operation(summary = "Limit a bucket's size; the account's limit holds besides")
    @PutMapping("/{id}/quota")
    BucketView quota(@PathVariable UUID id, @RequestBody NewQuota body) {
        return buckets.quota(user.membership(Scope.BUCKET_WRITE), id, Required.given("bytes", body.bytes()));
    }

    @DeleteMapping("/{id}/quota")
    BucketView noQuota(@PathVariable UUID id) {
        return buckets.quota(user.membership(Scope.BUCKET_WRITE), id, null);
    }

    /** The namespace by name or id; without one the account's only one. */
    private UUID namespace(Membership acting, @Nullable String name) {
        var own = namespaces.list(acting);
        if (name == null && own.size() == 1) return own.getFirst().id();
        return own.stream()
                .filter(namespace -> namespace.name().equals(name)
                        || namespace.id().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField("namespace", "Name one of your namespaces."))
                .id();
    }

    private static URI at(UUID id) {
        return URI.create("/api/v1/buckets/" + id);
    }

    /** @param objectLock whether objects can be locked, which cannot be decided later */
    record Wish(
            @Nullable String namespace,
            @Nullable String name,
            @Nullable Boolean objectLock) {}

    record NewQuota(@Nullable Long bytes) {}

    record Deleted(Instant purgeAfter) {}
}
