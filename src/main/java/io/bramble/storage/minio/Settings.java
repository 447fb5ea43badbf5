package io.bramble.storage.minio;

import io.bramble.storage.BucketSettings;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.CorsRule;
import io.bramble.storage.EventRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.Retention;
import io.bramble.storage.StoreException.NoSuchObject;
import io.minio.DeleteBucketCorsArgs;
import io.minio.DeleteBucketLifecycleArgs;
import io.minio.DeleteBucketTagsArgs;
import io.minio.DeleteObjectLockConfigurationArgs;
import io.minio.GetBucketCorsArgs;
import io.minio.GetBucketLifecycleArgs;
import io.minio.GetBucketTagsArgs;
import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.SetBucketCorsArgs;
import io.minio.SetBucketLifecycleArgs;
import io.minio.SetBucketTagsArgs;
import io.minio.SetBucketVersioningArgs;
import io.minio.SetObjectLockConfigurationArgs;
import io.minio.messages.VersioningConfiguration;
import io.minio.messages.VersioningConfiguration.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How one bucket behaves, by MinIO's client. */
final class Settings implements BucketSettings {
    private final Batch s3;
    private final String bucket;
    private final Supplier<Capabilities> capabilities;
    private final Events events;

    /** @param capabilities without {@link Capability#EVENTS}, of which {@code events} knows */
    Settings(Batch s3, String bucket, Supplier<Capabilities> capabilities, Events events) {
        this.s3 = s3;
        this.bucket = bucket;
        this.capabilities = capabilities;
        this.events = events;
    }

    private void require(Capability capability) {
        capabilities.get().require(capability);
    }

    @Override
    public boolean keepsVersions() {
        require(Capability.VERSIONING);
        var args = GetBucketVersioningArgs.builder().bucket(bucket).build();
        return s3.call(bucket, () -> s3.getBucketVersioning(args)).status() == Status.ENABLED;
    }

    /** A bucket that never kept versions is not told to stop. */
    @Override
    public void keepVersions(boolean keep) {
        if (keepsVersions() == keep) {
            return;
        }
        var config = new VersioningConfiguration(keep ? Status.ENABLED : Status.SUSPENDED, false);
        var args =
                SetBucketVersioningArgs.builder().bucket(bucket).config(config).build();
        s3.callForNullable(bucket, () -> s3.setBucketVersioning(args));
    }

    @Override
    public List<LifecycleRule> lifecycle() {
        require(Capability.LIFECYCLE);
        var args = GetBucketLifecycleArgs.builder().bucket(bucket).build();
        var config = s3.callForNullable(bucket, () -> s3.getBucketLifecycle(args));
        return config == null ? List.of() : Rules.read(config);
    }

    @Override
    public void lifecycle(List<LifecycleRule> rules) {
        require(Capability.LIFECYCLE);
        if (rules.stream().anyMatch(rule -> rule.abortUploadsAfterDays() != null)) {
            require(Capability.UPLOAD_EXPIRY);
        }
        if (rules.isEmpty()) {
            var args = DeleteBucketLifecycleArgs.builder().bucket(bucket).build();
            s3.callForNullable(bucket, () -> s3.deleteBucketLifecycle(args));
        } else {
            var args = SetBucketLifecycleArgs.builder()
                    .bucket(bucket)
                    .config(Rules.write(rules))
                    .build();
            s3.callForNullable(bucket, () -> s3.setBucketLifecycle(args));
        }
    }

    @Override
    public List<CorsRule> cors() {
        require(Capability.BUCKET_CORS);
        var args = GetBucketCorsArgs.builder().bucket(bucket).build();
        return Rules.read(s3.call(bucket, () -> s3.getBucketCors(args)));
    }

    @Override
    public void cors(List<CorsRule> rules) {
        require(Capability.BUCKET_CORS);
        if (rules.isEmpty()) {
            var args = DeleteBucketCorsArgs.builder().bucket(bucket).build();
            s3.callForNullable(bucket, () -> s3.deleteBucketCors(args));
        } else {
            var config = Rules.writeCors(rules);
            var args = SetBucketCorsArgs.builder().bucket(bucket).config(config).build();
            s3.callForNullable(bucket, () -> s3.setBucketCors(args));
        }
    }

    @Override
    public Optional<Retention> retention() {
        require(Capability.OBJECT_LOCK);
        var args = GetObjectLockConfigurationArgs.builder().bucket(bucket).build();
        try {
            return Rules.read(s3.call(bucket, () -> s3.getObjectLockConfiguration(args)));
        } catch (NoSuchObject e) {
            return Optional.empty(); // not made with object lock
        }
    }

    @Override
    public void retention(@Nullable Retention retention) {
        require(Capability.OBJECT_LOCK);
        if (retention == null) {
            var args =
                    DeleteObjectLockConfigurationArgs.builder().bucket(bucket).build();
            s3.callForNullable(bucket, () -> s3.deleteObjectLockConfiguration(args));
        } else {
            var args = SetObjectLockConfigurationArgs.builder()
                    .bucket(bucket)
                    .config(Rules.write(retention))
                    .build();
            s3.callForNullable(bucket, () -> s3.setObjectLockConfiguration(args));
        }
    }

    @Override
    public List<EventRule> events() {
        return events.rules();
    }

    @Override
    public void events(List<EventRule> rules) {
        events.replace(rules);
    }

    @Override
    public Map<String, String> tags() {
        require(Capability.BUCKET_TAGS);
        var args = GetBucketTagsArgs.builder().bucket(bucket).build();
        return Objects.requireNonNullElse(
                s3.call(bucket, () -> s3.getBucketTags(args)).get(), Map.of());
    }

    @Override
    public void tags(Map<String, String> tags) {
        require(Capability.BUCKET_TAGS);
        if (tags.isEmpty()) {
            var args = DeleteBucketTagsArgs.builder().bucket(bucket).build();
            s3.callForNullable(bucket, () -> s3.deleteBucketTags(args));
        } else {
            var args = SetBucketTagsArgs.builder()
                    .bucket(bucket)
                    .tags(Rules.tags(tags))
                    .build();
            s3.callForNullable(bucket, () -> s3.setBucketTags(args));
        }
    }
}
