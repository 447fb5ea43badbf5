package io.bramble.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bramble.account.InvalidField;
import io.bramble.account.Scope;
import io.bramble.bucket.NewShare;
import io.bramble.bucket.Shares;
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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Shared links", description = "Links with which people outside download, or send, files")
@RestController
@RequestMapping("/api/v1")
class SharesResource {
    private final Shares shares;
    private final CurrentUser user;
    private final Idempotency idempotency;

    SharesResource(Shares shares, CurrentUser user, Idempotency idempotency) {
        this.shares = shares;
        this.user = user;
        this.idempotency = idempotency;
    }

    @GetMapping("/buckets/{bucketId}/shares")
    Items<Share> list(
            @PathVariable UUID bucketId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = Items.limit(limit);
        var offset = Items.offset(cursor);
        var page = shares.list(user.membership(Scope.SHARE_READ), bucketId, offset, size + 1).stream()
                .map(Share::of)
                .toList();
        return Items.page(page, size, _ -> String.valueOf(offset + size));
    }

    @Operation(
            summary = "Share a file or folder",
            description =
                    "Kind download lets people look and download; kind upload lets them send files into a folder.")
    @PostMapping("/buckets/{bucketId}/shares")
    ResponseEntity<?> create(
            @PathVariable UUID bucketId,
            @RequestHeader(value = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody NewLink body) {
        var acting = user.membership(Scope.SHARE_WRITE);
        return idempotency.answer(acting, key, new Wish(bucketId, body), () -> {
            var made = Share.of(shares.create(acting, bucketId, body.wish()));
            return Created.at(URI.create("/api/v1/shares/" + made.id()), made);
        });
    }

    @GetMapping("/shares/{id}")
    Share get(@PathVariable UUID id) {
        return Share.of(shares.get(user.membership(Scope.SHARE_READ), id));
    }

    @Operation(summary = "Let a link work until another moment")
    @PatchMapping("/shares/{id}")
    Share extend(@PathVariable UUID id, @RequestBody Extension body) {
        var until = Required.given("expiresAt", body.expiresAt());
        return Share.of(shares.extend(user.membership(Scope.SHARE_WRITE), id, until));
    }

    @Operation(summary = "Revoke a link", description = "At once; what it has handed out dies within five minutes.")
    @DeleteMapping("/shares/{id}")
    ResponseEntity<Void> revoke(@PathVariable UUID id) {
        shares.revoke(user.membership(Scope.SHARE_WRITE), id);
        return ResponseEntity.noContent().build();
    }

    record NewLink(
            @Schema(allowableValues = {"download", "upload"}) @Nullable
            String kind,

            @Nullable String name,
            @Nullable String path,
            @Nullable Instant expiresAt,
            // Not among what Idempotency keeps a hash of: it is short enough to be found again by that.
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
            String password,

            @Nullable Integer mostDownloads,
            @Nullable Long mostBytes) {
        NewShare wish() {
            return new NewShare(
                    kind(Required.given("kind", kind)),
                    Required.given("name", name),
                    Required.given("path", path),
                    Required.given("expiresAt", expiresAt),
                    password,
                    mostDownloads,
                    mostBytes);
        }

        private static io.bramble.bucket.Share.Kind kind(String text) {
            return switch (text) {
                case "download" -> io.bramble.bucket.Share.Kind.DOWNLOAD;
                case "upload" -> io.bramble.bucket.Share.Kind.UPLOAD;
                default -> throw new InvalidField("kind", "Send download or upload.");
            };
        }

        @Override
        public String toString() {
            return "NewLink[" + name + "]";
        }
    }

    /** The bucket belongs to the request, so one Idempotency-Key can't serve two buckets. */
    record Wish(UUID bucketId, NewLink body) {}

    record Extension(@Nullable Instant expiresAt) {}

    record Share(
            UUID id,
            UUID bucketId,
            String kind,
            String name,
            String path,
            @Nullable String url,
            io.bramble.bucket.Share.State state,
            boolean hasPassword,
            @Nullable Integer mostDownloads,
            int downloads,
            @Nullable Long mostBytes,
            long receivedBytes,
            int receivedFiles,
            Instant createdAt,
            Instant expiresAt)
            implements Created.WithSecret {
        static Share of(io.bramble.bucket.Share share) {
            return new Share(
                    share.id(),
                    share.bucketId(),
                    share.kind() == io.bramble.bucket.Share.Kind.UPLOAD ? "upload" : "download",
                    share.name(),
                    share.path(),
                    share.url(),
                    share.state(),
                    share.hasPassword(),
                    share.mostDownloads(),
                    share.downloads(),
                    share.mostBytes(),
                    share.receivedBytes(),
                    share.receivedFiles(),
                    share.createdAt(),
                    share.expiresAt());
        }

        /** A repeated answer is kept in plain text, so it leaves the link out: ask for it by its id. */
        @Override
        public Share withoutSecret() {
            return new Share(
                    id,
                    bucketId,
                    kind,
                    name,
                    path,
                    null,
                    state,
                    hasPassword,
                    mostDownloads,
                    downloads,
                    mostBytes,
                    receivedBytes,
                    receivedFiles,
                    createdAt,
                    expiresAt);
        }

        @Override
        public String toString() {
            return "Share[" + id + "]";
        }
    }
}
