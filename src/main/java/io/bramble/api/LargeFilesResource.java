package io.bramble.api;

import static io.bramble.api.UploadsResource.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bramble.bucket.FileWish;
import io.bramble.bucket.LargeFileAnswer;
import io.bramble.bucket.LargeFiles;
import io.bramble.storage.UploadedPart;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of an upload that are sent in parts; the bearer is the upload's ticket. */
@Tag(name = "Uploads")
@RestController
@RequestMapping("/api/v1/uploads/{id}/large-files")
class LargeFilesResource {
    private final LargeFiles files;

    LargeFilesResource(LargeFiles files) {
        this.files = files;
    }

    @Operation(
            summary = "Begin a file in parts",
            description =
                    "For files of 16 MiB and more, up to 5 TiB. The answer says how large the parts are, or that the "
                            + "key is taken. Beginning the same key again finds what was begun.")
    @SecurityRequirements
    @PostMapping
    LargeFile begin(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody Wish body) {
        var unlessTaken = Boolean.TRUE.equals(body.unlessTaken());
        return LargeFile.of(files.begin(id, ticket(authorization), body.wish(), unlessTaken));
    }

    @Operation(
            summary = "Sign parts",
            description =
                    "Up to 50 at once. PUT each part to its URL within 15 minutes, with exactly the headers given. "
                            + "Where parts are checked, name the CRC-32 of each.")
    @SecurityRequirements
    @PostMapping("/sign")
    Signed sign(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody Parts body) {
        var parts =
                Required.items("parts", body.parts()).stream().map(Part::wish).toList();
        return new Signed(files.sign(id, ticket(authorization), Required.given("file", body.file()), parts).stream()
                .map(part -> new SignedPart(
                        part.number(), part.put().uri(), part.put().headers()))
                .toList());
    }

    @Operation(summary = "Which parts have arrived", description = "As the store tells; none where it forgot the file.")
    @SecurityRequirements
    @PostMapping("/parts")
    Arrived arrived(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody One body) {
        var parts = files.arrived(id, ticket(authorization), Required.given("file", body.file()));
        return new Arrived(
                parts.isPresent(),
                parts.orElse(List.of()).stream().map(ArrivedPart::of).toList());
    }

    @Operation(
            summary = "Make one object of the parts",
            description =
                    "The state is stored, taken, missing (send those parts), damaged or gone (begin anew). May be "
                            + "repeated when an answer got lost.")
    @SecurityRequirements
    @PostMapping("/complete")
    End complete(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody Whole body) {
        return End.of(files.complete(id, ticket(authorization), Required.given("file", body.file()), body.crc32()));
    }

    @Operation(summary = "Forget a file and its parts")
    @SecurityRequirements
    @PostMapping("/abort")
    ResponseEntity<Void> abort(
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody One body) {
        files.abort(id, ticket(authorization), Required.given("file", body.file()));
        return ResponseEntity.noContent().build();
    }

    record Wish(
            @Nullable String key,
            @Nullable Long size,
            @Nullable String type,
            @Nullable Boolean unlessTaken) {
        FileWish wish() {
            return new FileWish(Required.given("key", key), Required.given("size", size), type == null ? "" : type);
        }
    }

    record One(@Nullable UUID file) {}

    record Parts(@Nullable UUID file, @Nullable List<@Nullable Part> parts) {}

    /** @param crc32 in base64, where parts are checked */
    record Part(@Nullable Integer number, @Nullable String crc32) {
        LargeFiles.PartWish wish() {
            return new LargeFiles.PartWish(Required.given("number", number), crc32);
        }
    }

    /** @param crc32 of the whole file in base64 */
    record Whole(@Nullable UUID file, @Nullable String crc32) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LargeFile(
            @Nullable UUID file,
            @Nullable Long partSize,
            @Nullable Integer parts,
            @Nullable Boolean checked,
            @Nullable Boolean stored,
            boolean taken,
            @Nullable ProblemDetail problem) {
        static LargeFile of(LargeFileAnswer answer) {
            return switch (answer) {
                case LargeFileAnswer.Begun(var id, var partBytes, var parts, var checked, var stored) ->
                    new LargeFile(id, partBytes, parts, checked, stored, false, null);
                case LargeFileAnswer.Taken() -> new LargeFile(null, null, null, null, null, true, null);
                case LargeFileAnswer.Refused(var reason, var message) ->
                    new LargeFile(null, null, null, null, null, false, UploadsResource.problem(reason, message));
            };
        }
    }

    record Signed(List<SignedPart> parts) {}

    record SignedPart(int number, URI url, Map<String, String> headers) {}

    /** @param known whether the store knows the file at all */
    record Arrived(boolean known, List<ArrivedPart> parts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArrivedPart(int number, long size, @Nullable String crc32) {
        static ArrivedPart of(UploadedPart part) {
            return new ArrivedPart(part.number(), part.sizeBytes(), part.crc32());
        }
    }

    record End(String state, List<Integer> missing) {
        static End of(LargeFileAnswer.End end) {
            return new End(end.state().name().toLowerCase(Locale.ROOT), end.missing());
        }
    }
}
