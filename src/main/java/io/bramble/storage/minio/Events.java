package io.bramble.storage.minio;

import static java.util.stream.Collectors.toCollection;

import io.bramble.storage.Capability;
import io.bramble.storage.EventRule;
import io.bramble.storage.EventRule.Kind;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import io.minio.DeleteBucketNotificationArgs;
import io.minio.GetBucketNotificationArgs;
import io.minio.SetBucketNotificationArgs;
import io.minio.messages.EventType;
import io.minio.messages.FilterRule;
import io.minio.messages.NotificationConfiguration;
import io.minio.messages.QueueConfiguration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Whom a server tells about a bucket; only a server that was given somebody to tell when it was started can. */
final class Events {
    private final Batch s3;
    private final String bucket;
    private final Supplier<List<String>> targets;

    Events(Batch s3, String bucket, Supplier<List<String>> targets) {
        this.s3 = s3;
        this.bucket = bucket;
        this.targets = targets;
    }

    List<EventRule> rules() {
        requireTargets();
        var args = GetBucketNotificationArgs.builder().bucket(bucket).build();
        return s3.call(bucket, () -> s3.getBucketNotification(args)).queueConfigurationList().stream()
                .map(Events::read)
                .toList();
    }

    void replace(List<EventRule> rules) {
        requireTargets();
        if (rules.isEmpty()) {
            var args = DeleteBucketNotificationArgs.builder().bucket(bucket).build();
            s3.callForNullable(bucket, () -> s3.deleteBucketNotification(args));
        } else {
            var config = new NotificationConfiguration();
            config.setQueueConfigurationList(rules.stream().map(Events::write).toList());
            var args = SetBucketNotificationArgs.builder()
                    .bucket(bucket)
                    .config(config)
                    .build();
            s3.callForNullable(bucket, () -> s3.setBucketNotification(args));
        }
    }

    private void requireTargets() {
        if (targets.get().isEmpty()) {
            throw new NotSupportedByEngine(Capability.EVENTS);
        }
    }

    private static QueueConfiguration write(EventRule rule) {
        var queue = new QueueConfiguration();
        queue.setId(rule.id());
        queue.setQueue(rule.target());
        queue.setEvents(rule.kinds().stream().map(Events::type).toList());
        if (!rule.prefix().isEmpty()) {
            queue.setPrefixRule(rule.prefix());
        }
        if (!rule.suffix().isEmpty()) {
            queue.setSuffixRule(rule.suffix());
        }
        return queue;
    }

    private static EventType type(Kind kind) {
        return switch (kind) {
            case CREATED -> EventType.OBJECT_CREATED_ANY;
            case REMOVED -> EventType.OBJECT_REMOVED_ANY;
            case OTHER -> throw new IllegalArgumentException("Nobody can ask for what is not known.");
        };
    }

    private static EventRule read(QueueConfiguration queue) {
        var kinds = queue.events().stream().map(Events::kind).collect(toCollection(TreeSet::new));
        return new EventRule(
                Objects.requireNonNullElse(queue.id(), ""),
                kinds,
                filter(queue, "prefix"),
                filter(queue, "suffix"),
                queue.queue());
    }

    private static Kind kind(EventType type) {
        return switch (type) {
            case OBJECT_CREATED_ANY -> Kind.CREATED;
            case OBJECT_REMOVED_ANY -> Kind.REMOVED;
            default -> Kind.OTHER;
        };
    }

    private static String filter(QueueConfiguration queue, String name) {
        return queue.filterRuleList().stream()
                .filter(rule -> rule.name().equalsIgnoreCase(name))
                .map(FilterRule::value)
                .findFirst()
                .orElse("");
    }
}
