package io.bramble.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bramble.account.Scope;
import io.bramble.bucket.FileAnswer;
import io.bramble.bucket.FileWish;
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
    private final CurrentUser user;
    private final Idempotency idempotency;

    UploadsResource(Uploads uploads, CurrentUser user, Idempotency idempotency) {
        this.uploads = uploads;
        this.user = user;
        this.idempotency = idempotency;
    }

    @Operation(summary = "Begin an upload", description = "The ticket is the bearer of the two calls that follow.")
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
                            + "the headers given, or the problem. Each call keeps the ticket valid for another hour.")
    @SecurityRequirements
    @PostMapping("/uploads/{id}/files")
    Signed sign(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody Batch body) {
        var wishes = Required.given("files", body.files()).stream()
                .map(file -> Required.given("files", file).wish())
                .toList();
        return new Signed(uploads.sign(id, ticket(authorization), wishes).stream()
                .map(UploadsResource::answer)
                .toList());
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
    private static String ticket(@Nullable String authorization) {
        return authorization == null ? "" : authorization.replaceFirst("(?i)^bearer +", "");
    }

    private static SignedFile answer(FileAnswer answer) {
        return switch (answer) {
            case FileAnswer.Signed(var key, var url, var headers) -> new SignedFile(key, url, headers, null);
            case FileAnswer.Refused(var key, var reason, var message) ->
                new SignedFile(
                        key,
                        null,
                        null,
                        switch (reason) {
                            case INVALID_KEY -> Problem.ofField(HttpStatus.BAD_REQUEST, "validation", "key", message);
                            case TOO_LARGE -> Problem.ofField(HttpStatus.BAD_REQUEST, "validation", "size", message);
                            case QUOTA_EXCEEDED -> Problem.of(HttpStatus.FORBIDDEN, "quota-exceeded", message);
                        });
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

    record Batch(@Nullable List<@Nullable File> files) {}

    record File(
            @Nullable String key,
            @Nullable Long size,
            @Nullable String type) {
        FileWish wish() {
            return new FileWish(Required.given("key", key), Required.given("size", size), type == null ? "" : type);
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
