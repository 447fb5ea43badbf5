package io.bramble.storage.minio;

import io.bramble.storage.AdminAddress;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.Credentials;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.Refused;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what a server can do by doing it, in a bucket of its own that is gone afterwards. */
final class EngineProbe {
    /** Buckets of a name like this belong to no one. */
    static final String PREFIX = "bramble-probe-";

    private static final Capabilities TRYING = new Capabilities(EnumSet.allOf(Capability.class));
    private static final int MIB = 1 << 20;
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);
    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final BucketCalls buckets;
    private final TrafficPages pages;
    private final MinioObjectStore store;
    private final Clock clock;

    EngineProbe(AdminAddress address, Credentials root, BucketCalls buckets, TrafficPages pages, Clock clock) {
        this.buckets = buckets;
        this.pages = pages;
        this.clock = clock;
        store = MinioObjectStore.open(
                new StoreAddress(address.endpoint(), address.endpoint(), address.region(), TRYING), root);
    }

    /** @param swapped whether the engine calls sent what it received; null if the counters make no sense */
    record Found(Set<Capability> capabilities, @Nullable Boolean swapped) {}

    /** @param node whose counters to look at, which is where requests go to; null to leave them alone */
    Found run(@Nullable URI node) {
        removeLeftBehind();
        var bucket = name();
        buckets.make(bucket, false);
        var found = look(node, bucket); // where that breaks off, objects are still in it: it goes with the left behind
        buckets.remove(bucket);
        return found;
    }

    private Found look(@Nullable URI node, String bucket) {
        var swapped = node == null ? null : swapped(node, bucket);
        var capabilities = EnumSet.noneOf(Capability.class);
        capabilities.addAll(tries(bucket).all());
        if (swapped != null) {
            capabilities.add(Capability.METERED_TRAFFIC);
        }
        if (makesLockable()) {
            capabilities.add(Capability.OBJECT_LOCK);
        }
        return new Found(capabilities, swapped);
    }

    private static String name() {
        return PREFIX + Credentials.random().accessKeyId().toLowerCase(Locale.ROOT);
    }

    private Tries tries(String bucket) {
        var events = new Events(buckets.s3(), bucket, List::of);
        return new Tries(bucket, store, new Settings(buckets.s3(), bucket, () -> TRYING, events));
    }

    /** By a process that was killed, or an engine that went away meanwhile. */
    private void removeLeftBehind() {
        var before = clock.instant().minus(LEFT_BEHIND);
        buckets.all().forEach((name, madeAt) -> {
            if (name.startsWith(PREFIX) && madeAt.isBefore(before)) {
                tries(name).empty();
                buckets.remove(name);
            }
        });
    }

    /** One MiB in, three out: no other pattern is believed. */
    private @Nullable Boolean swapped(URI node, String bucket) {
        store.put(bucket, "probe", new byte[MIB], "application/octet-stream");
        for (var i = 0; i < 3; i++) {
            store.get(bucket, "probe", MIB);
        }
        store.delete(bucket, "probe");
        for (var i = 0; i < LOOKS; i++) {
            var counted = pages.counted(node, bucket);
            if (counted.isPresent()) {
                var received = Math.round((double) counted.get().received() / MIB);
                var sent = Math.round((double) counted.get().sent() / MIB);
                if (received + sent == 4 && Math.abs(received - sent) == 2) {
                    return received == 3;
                }
            }
            pause();
        }
        return null;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException.StoreUnavailable("Interrupted while looking at the engine.", e);
        }
    }

    private boolean makesLockable() {
        var bucket = name();
        try {
            return buckets.make(bucket, true);
        } catch (Refused e) {
            return false;
        } finally {
            buckets.remove(bucket);
        }
    }
}
