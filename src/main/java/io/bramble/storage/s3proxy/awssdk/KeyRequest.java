package io.bramble.storage.s3proxy.awssdk;

import io.bramble.storage.RequestClass;
import io.bramble.storage.embedded.BucketFolder;
import io.bramble.storage.embedded.Grant;
import io.bramble.storage.embedded.Grant.Action;
import io.bramble.storage.embedded.S3Fault;
import io.bramble.storage.embedded.TrafficCounters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request made with one key: every step asks here what the key may do at that moment, and the request is counted
 * once, however many steps it takes.
 */
public final class KeyRequest {
    private static final long WORTH_DRAINING = 16L << 20;
    private static final ThreadLocal<KeyRequest> LAST_LOCATED = new ThreadLocal<>();

    private final EmbeddedServices engine;
    private final String accessKeyId;
    private final String ownBucket;
    private final AtomicBoolean counted = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();

    public KeyRequest(EmbeddedServices engine, String accessKeyId, String ownBucket) {
        this.engine = engine;
        this.accessKeyId = accessKeyId;
        this.ownBucket = ownBucket;
        LAST_LOCATED.set(this);
    }

    /** S3Proxy locates a store for the request, and on the same thread a second one only for the source of a copy. */
    boolean copiesFromElsewhere() {
        return LAST_LOCATED.get() != this;
    }

    String ownBucket() {
        return ownBucket;
    }

    OptionalLong quota() {
        return engine.identities().quota(ownBucket);
    }

    /** What the key opens now; it may have been revoked since the request began. */
    Grant grant() {
        var found = engine.identities().find(accessKeyId);
        if (found == null) {
            throw S3Fault.accessDenied("This access key has been revoked.");
        }
        return found.grant();
    }

    /** The bucket, if the key may do that to this object or prefix. */
    BucketFolder allowed(Action action, String bucket, @Nullable String name) {
        grant().require(action, bucket, name == null ? "" : name, engine.clock().instant());
        return engine.folder().bucket(bucket);
    }

    <T> T counted(RequestClass kind, Faults.Call<T> call) {
        return Faults.translated(() -> {
            if (kind != RequestClass.FREE && counted.compareAndSet(false, true)) {
                counter().request(kind);
            }
            try {
                return call.run();
            } catch (IOException | RuntimeException e) {
                if (kind != RequestClass.FREE && !isNoError(e) && failed.compareAndSet(false, true)) {
                    counter().failed(kind);
                }
                throw e;
            }
        });
    }

    private static boolean isNoError(Exception e) {
        return e instanceof S3Fault fault && fault.status() < 400;
    }

    InputStream receiving(InputStream from, String key) {
        return new MeteredInput(from, counter()::received, () -> allowed(Action.WRITE, ownBucket, key));
    }

    InputStream sending(InputStream from, String key) {
        return new MeteredInput(from, counter()::sent, () -> allowed(Action.READ, ownBucket, key));
    }

    /** A browser that is refused while it is still sending sees a broken connection and not the refusal. */
    <T> T drainedIfRefused(InputStream body, long declaredBytes, Faults.Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (S3Fault fault) {
            if (declaredBytes <= WORTH_DRAINING) {
                drain(body);
            }
            throw fault;
        }
    }

    private static void drain(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException e) {
            return; // the refusal counts, not what is wrong with the rest of the body
        }
    }

    private TrafficCounters.Counter counter() {
        return engine.traffic().of(ownBucket);
    }
}
