package io.bramble.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bramble.account.Scope;
import io.bramble.bucket.FileAnswer;
import io.bramble.bucket.FileWish;
import io.bramble.bucket.LargeFiles;
import io.bramble.bucket.UploadPlan;
import io.bramble.bucket.Uploads;
import io.bramble.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Begun by a member, continued by a ticket: whoever holds it may upload into that bucket, and nothing else. */
@Tag(name = "Uploads", description = "Files sent from a browser straight to the store")
@RestController
@RequestMapping("/api/v1")
class UploadsResource {
    private final Uploads uploads;
    private final LargeFiles largeFiles;
    private final CurrentUser user;
    private final Idempotency idempotency;

    UploadsResource(Uploads uploads, LargeFiles largeFiles, CurrentUser user, Idempotency idempotency) {
        this.uploads = uploads;
        this.largeFiles = largeFiles;
        this.user = user;
        this.idempotency = idempotency;
    }

    @Operation(summary = "Begin an upload", description = "The ticket is the bearer of the calls that follow.")
    @PostMapping("/buckets/{bucketId}/uploads")
    ResponseEntity<?> begin(
            @PathVariable UUID bucketId,
            @RequestHeader(value = Idempotency.HEADER, required = false) @Nullable String key) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        return idempotency.answer(acting, key, new Wish(bucketId), () -> {
            var plan = uploads.plan(acting, bucketId);
            return Created.at(URI.create("/api/v1/uploads/" + plan.uploadId()), Begun.of(plan));
        });
    }

    @Operation(
            summary = "Sign files",
            description =
                    "Up to 1,000 at once. Each answer has a URL to PUT the file to within 15 minutes, with exactly "
                            + "the headers given, or the problem. With a crc32 (in base64) the store takes no other content. Each call keeps the ticket valid for another hour.")
    @SecurityRequirements
    @PostMapping("/uploads/{id}/files")
    Signed sign(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody Batch body) {
        return new Signed(uploads.sign(id, ticket(authorization), body.wishes()).stream()
                .map(UploadsResource::answer)
                .toList());
    }

    @Operation(
            summary = "Keep room for files",
            description =
                    "Up to 1,000 at once, before the first is sent: for all of them or, where something is short, for none.")
    @SecurityRequirements
    @PostMapping("/uploads/{id}/reserve")
    Reserved reserve(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody Batch body) {
        return uploads.reserve(id, ticket(authorization), body.wishes())
                .map(shortage -> new Reserved(
                        problem(FileAnswer.Refusal.QUOTA_EXCEEDED, shortage.message()), shortage.freeBytes()))
                .orElse(new Reserved(null, null));
    }

    @Operation(
            summary = "Whether a file has arrived",
            description =
                    "True if the key holds an object of that size that was stored since the upload began. With an md5 (in hexadecimal digits) its ETag has to be the same, as it is of what came in one request.")
    @SecurityRequirements
    @PostMapping("/uploads/{id}/stored")
    Stored stored(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody Sent body) {
        var key = Required.given("key", body.key());
        var size = Required.given("size", body.size());
        return new Stored(largeFiles.isStored(id, ticket(authorization), key, size, body.md5()));
    }

    @Operation(summary = "End an upload", description = "Its ticket dies, and what it had reserved is free again.")
    @SecurityRequirements
    @PostMapping("/uploads/{id}/complete")
    ResponseEntity<Void> complete(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        uploads.finish(id, ticket(authorization));
        return ResponseEntity.noContent().build();
    }

    /** An absent ticket opens as little as a wrong one. */
    static String ticket(@Nullable String authorization) {
        return authorization == null ? "" : authorization.replaceFirst("(?i)^bearer +", "");
    }

    private static SignedFile answer(FileAnswer answer) {
        return switch (answer) {
            case FileAnswer.Signed(var key, var url, var headers) -> new SignedFile(key, url, headers, null);
            case FileAnswer.Refused(var key, var reason, var message) ->
                new SignedFile(key, null, null, problem(reason, message));
        };
    }

    static ProblemDetail problem(FileAnswer.Refusal reason, String message) {
        return switch (reason) {
            case INVALID_KEY -> Problem.ofField(HttpStatus.BAD_REQUEST, "validation", "key", message);
            case TOO_LARGE -> Problem.ofField(HttpStatus.BAD_REQUEST, "validation", "size", message);
            case QUOTA_EXCEEDED -> Problem.of(HttpStatus.FORBIDDEN, "quota-exceeded", message);
        };
    }

    /** What one Idempotency-Key stands for. */
    record Wish(UUID bucketId) {}

    record Begun(UUID id, Instant expiresAt, @Nullable String ticket) implements Created.WithSecret {
        static Begun of(UploadPlan plan) {
            return new Begun(plan.uploadId(), plan.expiresAt(), plan.ticket());
        }

        @Override
        public Begun withoutSecret() {
            return new Begun(id, expiresAt, null);
        }

        @Override
        public String toString() {
            return "Begun[" + id + "]";
        }
    }

    record Batch(@Nullable List<@Nullable File> files) {
        List<FileWish> wishes() {
            return Required.items("files", files).stream().map(File::wish).toList();
        }
    }

    /** @param freeBytes what is left where something is short */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reserved(
            @Nullable ProblemDetail problem, @Nullable Long freeBytes) {}

    record Sent(
            @Nullable String key,
            @Nullable Long size,
            @Nullable String md5) {}

    record Stored(boolean stored) {}

    record File(
            @Nullable String key,
            @Nullable Long size,
            @Nullable String type,
            @Nullable String crc32) {
        FileWish wish() {
            return new FileWish(
                    Required.given("key", key), Required.given("size", size), type == null ? "" : type, crc32);
        }
    }

    record Signed(List<SignedFile> files) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignedFile(
            String key,
            @Nullable URI url,
            @Nullable Map<String, String> headers,
            @Nullable ProblemDetail problem) {}
}
