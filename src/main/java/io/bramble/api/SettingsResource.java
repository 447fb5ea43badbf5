package io.bramble.api;

import static java.util.Objects.requireNonNullElse;

import io.bramble.account.InvalidField;
import io.bramble.account.Scope;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.Settings;
import io.bramble.security.CurrentUser;
import io.bramble.storage.CorsRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.Retention;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(
        name = "Bucket settings",
        description =
                "How a bucket behaves. Each answer is the whole of it; inForce tells when the engine follows. What"
                        + " the engine lacks answers 501 not-supported-by-engine.")
@RestController
@RequestMapping("/api/v1/buckets/{id}")
class SettingsResource {
    private final Settings settings;
    private final CurrentUser user;

    SettingsResource(Settings settings, CurrentUser user) {
        this.settings = settings;
        this.user = user;
    }

    @Operation(summary = "How a bucket behaves, and what its engine can do")
    @GetMapping("/settings")
    Behaves get(@PathVariable UUID id) {
        return Behaves.of(settings.get(user.membership(Scope.BUCKET_READ), id));
    }

    @Operation(summary = "Keep every version of an object, or only the last")
    @PutMapping("/versioning")
    Behaves versioning(@PathVariable UUID id, @RequestBody NewVersioning body) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        return Behaves.of(settings.versioning(acting, id, Required.given("enabled", body.enabled())));
    }

    @Operation(summary = "Replace what the bucket cleans up by itself")
    @PutMapping("/lifecycle")
    Behaves lifecycle(@PathVariable UUID id, @RequestBody NewLifecycle body) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        var rules = Required.items("rules", body.rules());
        return Behaves.of(
                settings.lifecycle(acting, id, rules.stream().map(CleanUp::rule).toList()));
    }

    @DeleteMapping("/lifecycle")
    Behaves noLifecycle(@PathVariable UUID id) {
        return Behaves.of(settings.lifecycle(user.membership(Scope.BUCKET_WRITE), id, List.of()));
    }

    @Operation(summary = "Replace which web pages may call the bucket; the console always may")
    @PutMapping("/cors")
    Behaves cors(@PathVariable UUID id, @RequestBody NewCors body) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        var rules = Required.items("rules", body.rules());
        return Behaves.of(
                settings.cors(acting, id, rules.stream().map(Site::rule).toList()));
    }

    @DeleteMapping("/cors")
    Behaves noCors(@PathVariable UUID id) {
        return Behaves.of(settings.cors(user.membership(Scope.BUCKET_WRITE), id, List.of()));
    }

    @Operation(summary = "Replace the bucket's tags")
    @PutMapping("/tags")
    Behaves tags(@PathVariable UUID id, @RequestBody NewTags body) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        return Behaves.of(settings.tags(acting, id, Required.texts("tags", body.tags())));
    }

    @DeleteMapping("/tags")
    Behaves noTags(@PathVariable UUID id) {
        return Behaves.of(settings.tags(user.membership(Scope.BUCKET_WRITE), id, Map.of()));
    }

    @Operation(
            summary = "Replace who is told about the bucket's objects",
            description = "Targets are set up by the engine's operator; eventTargets of the settings names them. A rule"
                    + " may leave out its target where there is only one.")
    @PutMapping("/events")
    Behaves events(@PathVariable UUID id, @RequestBody NewEvents body) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        var rules = Required.items("rules", body.rules());
        return Behaves.of(
                settings.events(acting, id, rules.stream().map(Told::rule).toList()));
    }

    @DeleteMapping("/events")
    Behaves noEvents(@PathVariable UUID id) {
        return Behaves.of(settings.events(user.membership(Scope.BUCKET_WRITE), id, List.of()));
    }

    @Operation(
            summary = "Lock every new object for some days",
            description = "Only in a bucket that was made with objectLock. In mode COMPLIANCE nobody can lift a lock.")
    @PutMapping("/retention")
    Behaves retention(@PathVariable UUID id, @RequestBody NewRetention body) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        return Behaves.of(settings.retention(acting, id, body.retention()));
    }

    @DeleteMapping("/retention")
    Behaves noRetention(@PathVariable UUID id) {
        return Behaves.of(settings.retention(user.membership(Scope.BUCKET_WRITE), id, null));
    }

    record NewVersioning(@Nullable Boolean enabled) {}

    record NewLifecycle(@Nullable List<@Nullable CleanUp> rules) {}

    record NewCors(@Nullable List<@Nullable Site> rules) {}

    record NewTags(@Nullable Map<String, @Nullable String> tags) {}

    record NewEvents(@Nullable List<@Nullable Told> rules) {}

    record NewRetention(
            @Schema(allowableValues = {"GOVERNANCE", "COMPLIANCE"}) @Nullable
            String mode,

            @Nullable Integer days) {
        Retention retention() {
            return new Retention(mode(Required.given("mode", mode)), Required.given("days", days));
        }

        private static Retention.Mode mode(String text) {
            for (var mode : Retention.Mode.values()) if (mode.name().equals(text)) return mode;
            throw new InvalidField("mode", "Use GOVERNANCE or COMPLIANCE.");
        }
    }

    /** One thing to clean up; at least one of the three numbers. */
    record CleanUp(
            @Nullable String prefix,
            @Nullable Integer expireAfterDays,
            @Nullable Integer expireOldVersionsAfterDays,
            @Nullable Integer abortUploadsAfterDays) {
        LifecycleRule rule() {
            return new LifecycleRule(
                    "",
                    requireNonNullElse(prefix, ""),
                    expireAfterDays,
                    expireOldVersionsAfterDays,
                    abortUploadsAfterDays);
        }

        static CleanUp of(LifecycleRule rule) {
            return new CleanUp(
                    rule.prefix(),
                    rule.expireAfterDays(),
                    rule.expireOldVersionsAfterDays(),
                    rule.abortUploadsAfterDays());
        }
    }

    /** Pages of which sites may call. */
    record Site(
            @Nullable List<@Nullable String> origins,
            @Nullable List<@Nullable String> methods,
            @Nullable List<@Nullable String> allowedHeaders,
            @Nullable List<@Nullable String> exposedHeaders,
            @Nullable Integer maxAgeSeconds) {
        CorsRule rule() {
            return new CorsRule(
                    Required.items("rules[].origins", origins),
                    Required.items("rules[].methods", methods),
                    headers("rules[].allowedHeaders", allowedHeaders),
                    headers("rules[].exposedHeaders", exposedHeaders),
                    requireNonNullElse(maxAgeSeconds, 0));
        }

        private static List<String> headers(String field, @Nullable List<@Nullable String> names) {
            return names == null ? List.of() : Required.items(field, names);
        }

        static Site of(CorsRule rule) {
            return new Site(
                    rule.origins(), rule.methods(), rule.allowedHeaders(), rule.exposedHeaders(), rule.maxAgeSeconds());
        }
    }

    /**
     * @param inForce whether the engine follows since the last change
     * @param can what the engine is able to
     */
    record Behaves(
            UUID bucketId,
            boolean inForce,
            boolean objectLock,
            boolean versioning,
            List<CleanUp> lifecycle,
            List<Site> cors,
            Map<String, String> tags,
            List<Told> events,
            List<String> eventTargets,
            @Nullable Retention retention,
            @Nullable Long quotaBytes,
            SortedSet<String> can) {
        static Behaves of(BucketBehaviour bucket) {
            var wished = bucket.wished();
            var can = new TreeSet<String>();
            bucket.capabilities().all().forEach(capability -> can.add(capability.name()));
            return new Behaves(
                    bucket.bucketId(),
                    bucket.inForce(),
                    wished.objectLock(),
                    wished.versioning(),
                    wished.lifecycle().stream().map(CleanUp::of).toList(),
                    wished.cors().stream().map(Site::of).toList(),
                    new TreeMap<>(wished.tags()),
                    wished.events().stream().map(Told::of).toList(),
                    bucket.eventTargets(),
                    wished.retention(),
                    bucket.quotaBytes(),
                    can);
        }
    }
}
