package io.bramble.api;

import static java.util.Objects.requireNonNullElse;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.Scope;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Destination;
import io.bramble.bucket.Duplicates;
import io.bramble.bucket.NewDescription;
import io.bramble.bucket.ObjectJob;
import io.bramble.bucket.ObjectJobs;
import io.bramble.bucket.ObjectSelection;
import io.bramble.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(
        name = "Jobs",
        description = "Work on many objects, done in the background by the store itself: poll until it ends")
@RestController
@RequestMapping("/api/v1")
class JobsResource {
    private final ObjectJobs jobs;
    private final Buckets buckets;
    private final CurrentUser user;
    private final Idempotency idempotency;

    JobsResource(ObjectJobs jobs, Buckets buckets, CurrentUser user, Idempotency idempotency) {
        this.jobs = jobs;
        this.buckets = buckets;
        this.user = user;
        this.idempotency = idempotency;
    }

    @Operation(
            summary = "Begin a job",
            description =
                    "By kind: delete, copy (to), move (to), rename (name, of one file or folder), metadata, undelete"
                            + " (since), each of files and folders; clear-versions and abort-uploads below a prefix; empty (name"
                            + " of the bucket, versions). Where nothing is kept, deleting waits ten seconds and can be undone.")
    @PostMapping("/buckets/{bucketId}/jobs")
    ResponseEntity<?> begin(
            @PathVariable UUID bucketId,
            @RequestHeader(value = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody Wish body) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        buckets.get(acting, bucketId); // strangers learn that, and not what is wrong with the rest
        return idempotency.answer(acting, key, new Asked(bucketId, body), () -> {
            var job = begin(acting, bucketId, body);
            return Created.accepted(at(job.id()), Job.of(job));
        });
    }

    private ObjectJob begin(Membership acting, UUID bucket, Wish wish) {
        return switch (Required.given("kind", wish.kind())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-')) {
            case "delete" -> jobs.delete(acting, bucket, wish.selection());
            case "copy" -> jobs.copy(acting, bucket, wish.selection(), wish.destination(bucket));
            case "move" -> jobs.move(acting, bucket, wish.selection(), wish.destination(bucket));
            case "rename" ->
                jobs.rename(acting, bucket, wish.only(), Required.given("name", wish.name()), wish.policy());
            case "metadata" -> jobs.describe(acting, bucket, wish.selection(), wish.description());
            case "clear-versions" -> jobs.clearVersions(acting, bucket, requireNonNullElse(wish.prefix(), ""));
            case "abort-uploads" -> jobs.abortUploads(acting, bucket, requireNonNullElse(wish.prefix(), ""));
            case "undelete" -> jobs.undelete(acting, bucket, wish.selection(), Required.given("since", wish.since()));
            case "empty" ->
                jobs.empty(acting, bucket, Required.given("name", wish.name()), Boolean.TRUE.equals(wish.versions()));
            default ->
                throw new InvalidField(
                        "kind",
                        "Choose delete, copy, move, rename, metadata, clear-versions, abort-uploads, undelete or empty.");
        };
    }

    @Operation(summary = "The latest jobs of a bucket, newest first")
    @GetMapping("/buckets/{bucketId}/jobs")
    Items<Job> list(@PathVariable UUID bucketId) {
        var acting = user.membership(Scope.BUCKET_READ);
        buckets.get(acting, bucketId);
        return Items.all(jobs.latest(acting, bucketId).stream().map(Job::of).toList());
    }

    @Operation(summary = "How far a job is", description = "With the first hundred objects that failed, and why.")
    @GetMapping("/jobs/{id}")
    Detailed get(@PathVariable UUID id) {
        var acting = user.membership(Scope.BUCKET_READ);
        return new Detailed(Job.of(jobs.get(acting, id)), jobs.failures(acting, id));
    }

    @Operation(summary = "Stop a job at its next step; what it has done stays done")
    @PostMapping("/jobs/{id}/stop")
    ResponseEntity<Job> stop(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(Job.of(jobs.stop(user.membership(Scope.BUCKET_WRITE), id)));
    }

    @Operation(
            summary = "Undo a deletion",
            description = "While it waits it is taken back; afterwards, where versions are kept, the answer is the job"
                    + " that brings everything back.")
    @PostMapping("/jobs/{id}/undo")
    ResponseEntity<Job> undo(@PathVariable UUID id) {
        var answer = jobs.undo(user.membership(Scope.BUCKET_WRITE), id);
        return ResponseEntity.accepted().location(at(answer.id())).body(Job.of(answer));
    }

    private static URI at(UUID id) {
        return URI.create("/api/v1/jobs/" + id);
    }

    /** What one Idempotency-Key stands for. */
    record Asked(UUID bucketId, Wish wish) {}

    /**
     * All that any kind takes.
     *
     * @param folders prefixes that end in "/"; the empty one is the whole bucket, which delete leaves to empty
     * @param to a folder of the bucket {@code toBucket}, which is this one unless said
     * @param contentType null keeps it; the same for the two that follow
     * @param metadata null keeps it, else replaces all of it
     */
    record Wish(
            @Schema(
                    allowableValues = {
                        "delete",
                        "copy",
                        "move",
                        "rename",
                        "metadata",
                        "clear-versions",
                        "abort-uploads",
                        "undelete",
                        "empty"
                    })
            @Nullable
            String kind,

            @Nullable List<@Nullable String> files,
            @Nullable List<@Nullable String> folders,
            @Nullable String to,
            @Nullable UUID toBucket,

            @Schema(allowableValues = {"skip", "replace", "keep-both"}) @Nullable
            String duplicates,

            @Nullable String name,
            @Nullable String prefix,
            @Nullable Instant since,
            @Nullable Boolean versions,
            @Nullable String contentType,
            @Nullable String cacheControl,
            @Nullable String contentDisposition,
            @Nullable Map<String, @Nullable String> metadata) {

        ObjectSelection selection() {
            return new ObjectSelection(names("files", files), names("folders", folders));
        }

        private static List<String> names(String field, @Nullable List<@Nullable String> names) {
            return names == null ? List.of() : Required.items(field, names);
        }

        /** The one file or folder that is renamed. */
        String only() {
            var chosen = selection();
            if (chosen.files().size() + chosen.folders().size() != 1)
                throw new InvalidField("files", "Rename one file or folder at a time.");
            return chosen.files().isEmpty()
                    ? chosen.folders().getFirst()
                    : chosen.files().getFirst();
        }

        Destination destination(UUID here) {
            return new Destination(requireNonNullElse(toBucket, here), Required.given("to", to), policy());
        }

        Duplicates policy() {
            return switch (requireNonNullElse(duplicates, "skip")
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-')) {
                case "skip" -> Duplicates.SKIP;
                case "replace" -> Duplicates.REPLACE;
                case "keep-both" -> Duplicates.KEEP_BOTH;
                default -> throw new InvalidField("duplicates", "Choose skip, replace or keep-both.");
            };
        }

        NewDescription description() {
            return new NewDescription(
                    contentType,
                    cacheControl,
                    contentDisposition,
                    metadata == null ? null : Required.texts("metadata", metadata));
        }
    }

    /**
     * A job.
     *
     * @param what the first file or folder it is about; empty is the whole bucket
     * @param total of what it has seen so far; final when {@code allSeen}
     * @param skipped left alone, because the name was taken
     */
    record Job(
            UUID id,
            UUID bucketId,
            String kind,
            ObjectJob.State state,
            String what,
            int selected,
            @Nullable UUID toBucket,
            @Nullable String to,
            long done,
            long skipped,
            long failed,
            long total,
            boolean allSeen,
            long bytes,
            @Nullable String problem,
            boolean undoable,
            Instant createdAt,
            Instant startsAt,
            @Nullable Instant endedAt) {
        static Job of(ObjectJob job) {
            return new Job(
                    job.id(),
                    job.bucketId(),
                    job.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    job.state(),
                    job.what(),
                    job.selected(),
                    job.targetBucketId(),
                    job.target(),
                    job.doneObjects(),
                    job.skippedObjects(),
                    job.failedObjects(),
                    job.totalObjects(),
                    job.allSeen(),
                    job.bytes(),
                    job.problem(),
                    job.undoable(),
                    job.createdAt(),
                    job.startsAt(),
                    job.endedAt());
        }
    }

    record Detailed(Job job, List<ObjectJob.Failure> failures) {}
}
