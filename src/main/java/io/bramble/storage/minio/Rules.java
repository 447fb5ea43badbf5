package io.bramble.storage.minio;

import io.bramble.storage.CorsRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.Retention;
import io.bramble.storage.StoreException.Refused;
import io.minio.messages.AbortIncompleteMultipartUpload;
import io.minio.messages.CORSConfiguration;
import io.minio.messages.Expiration;
import io.minio.messages.LifecycleConfiguration;
import io.minio.messages.NoncurrentVersionExpiration;
import io.minio.messages.ObjectLockConfiguration;
import io.minio.messages.RetentionDurationDays;
import io.minio.messages.RetentionDurationUnit;
import io.minio.messages.RetentionMode;
import io.minio.messages.RuleFilter;
import io.minio.messages.Status;
import io.minio.messages.Tags;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between our words for a bucket's rules and S3's. */
final class Rules {
    private Rules() {}

    static LifecycleConfiguration write(List<LifecycleRule> rules) {
        return new LifecycleConfiguration(rules.stream().map(Rules::write).toList());
    }

    private static io.minio.messages.LifecycleRule write(LifecycleRule rule) {
        var uploads = rule.abortUploadsAfterDays();
        var objects = rule.expireAfterDays();
        var versions = rule.expireOldVersionsAfterDays();
        return new io.minio.messages.LifecycleRule(
                Status.ENABLED,
                uploads == null ? null : new AbortIncompleteMultipartUpload(uploads),
                objects == null ? null : new Expiration((ZonedDateTime) null, objects, null),
                new RuleFilter(rule.prefix()),
                rule.id(),
                versions == null ? null : new NoncurrentVersionExpiration(versions),
                null,
                null);
    }

    static List<LifecycleRule> read(LifecycleConfiguration config) {
        return config.rules().stream().map(Rules::read).toList();
    }

    private static LifecycleRule read(io.minio.messages.LifecycleRule rule) {
        var objects = rule.expiration();
        var versions = rule.noncurrentVersionExpiration();
        var uploads = rule.abortIncompleteMultipartUpload();
        return new LifecycleRule(
                Objects.requireNonNullElse(rule.id(), ""),
                prefix(rule.filter()),
                objects == null ? null : objects.days(),
                versions == null ? null : (Integer) versions.noncurrentDays(),
                uploads == null ? null : (Integer) uploads.daysAfterInitiation());
    }

    private static String prefix(@Nullable RuleFilter filter) {
        return filter == null ? "" : Objects.requireNonNullElse(filter.prefix(), "");
    }

    static CORSConfiguration writeCors(List<CorsRule> rules) {
        return new CORSConfiguration(rules.stream()
                .map(rule -> new CORSConfiguration.CORSRule(
                        rule.allowedHeaders(),
                        rule.methods(),
                        rule.origins(),
                        rule.exposedHeaders(),
                        null,
                        rule.maxAgeSeconds()))
                .toList());
    }

    static List<CorsRule> read(CORSConfiguration config) {
        return config.rules().stream()
                .map(rule -> new CorsRule(
                        rule.allowedOrigins(),
                        rule.allowedMethods(),
                        rule.allowedHeaders(),
                        rule.exposeHeaders(),
                        Objects.requireNonNullElse(rule.maxAgeSeconds(), 0)))
                .toList();
    }

    static Tags tags(Map<String, String> tags) {
        try {
            return Tags.newObjectTags(tags);
        } catch (IllegalArgumentException e) {
            throw new Refused("InvalidTag", "Tags have letters, digits, spaces and + - = . _ : / @ only.", e);
        }
    }

    static ObjectLockConfiguration write(Retention retention) {
        var mode = RetentionMode.valueOf(retention.mode().name());
        return new ObjectLockConfiguration(mode, new RetentionDurationDays(retention.days()));
    }

    static Optional<Retention> read(ObjectLockConfiguration config) {
        var duration = config.duration();
        if (config.mode() == null || duration == null) {
            return Optional.empty();
        }
        var days = duration.unit() == RetentionDurationUnit.DAYS ? duration.duration() : 365 * duration.duration();
        return Optional.of(new Retention(Retention.Mode.valueOf(config.mode().name()), days));
    }
}
