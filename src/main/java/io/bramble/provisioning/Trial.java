package io.bramble.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.account.InvalidField;
import io.bramble.storage.Capabilities;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreAdmin;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.AccessDenied;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;

/** Tries a server out before it becomes an engine: its administration, then an object by the public door. */
final class Trial {
    private static final String OWNER = "bramble-trial";
    private static final byte[] CONTENT = "A test object of Bramble; delete it.".getBytes(UTF_8);

    private final NewEngine wish;
    private final StoreAdmin admin;

    Trial(NewEngine wish, StoreAdmin admin) {
        this.wish = wish;
        this.admin = admin;
    }

    /** @throws InvalidField naming what has to be typed otherwise */
    Checkup run() {
        var administration = wish.adminEndpoint().isBlank() ? NewEngine.ENDPOINT : NewEngine.ADMIN_ENDPOINT;
        var found = guarded(administration, this::look);
        guarded(NewEngine.ENDPOINT, this::roundTrip);
        return found;
    }

    private Checkup look() {
        var health = admin.health();
        var warnings = new ArrayList<String>();
        if (health.problem() != null) warnings.add(health.problem());
        for (var hole : admin.release().advisories()) warnings.add(Findings.words(hole));
        if (wish.endpoint().startsWith("http:"))
            warnings.add("The endpoint has no TLS: files and signatures travel readable for everybody on the way.");
        return new Checkup(
                admin.identity(), health.capacityBytes(), health.freeBytes(), admin.capabilities(), warnings);
    }

    private Void roundTrip() {
        var bucket = "bramble-trial-" + UUID.randomUUID().toString().substring(0, 13);
        admin.ensureBucket(bucket, OWNER);
        try {
            var open = wish.place().endpoint();
            var store = ObjectStores.open(new StoreAddress(open, open, wish.region(), Capabilities.NONE), wish.root());
            store.put(bucket, "trial", CONTENT, "text/plain");
            compareAndDelete(store, bucket);
        } finally {
            admin.removeBucket(bucket, OWNER);
        }
        return null;
    }

    /** The object goes in any case: the bucket could not be removed with it, and that would be what the operator reads. */
    private static void compareAndDelete(ObjectStore store, String bucket) {
        try {
            if (!Arrays.equals(store.get(bucket, "trial", CONTENT.length), CONTENT))
                throw new InvalidField(NewEngine.ENDPOINT, "The server gave back something else than was stored.");
        } finally {
            store.delete(bucket, "trial");
        }
    }

    private <T> T guarded(String field, Supplier<T> step) {
        try {
            return step.get();
        } catch (AccessDenied denied) {
            throw new InvalidField(NewEngine.ROOT_SECRET, "The server refuses this user and secret.");
        } catch (StoreException.Refused other) {
            throw new InvalidField(field, "This address answers, but not as a MinIO or Silo server would.");
        } catch (StoreException failed) {
            var certificate = CertificateProblem.of(failed);
            throw new InvalidField(field, certificate != null ? certificate : String.valueOf(failed.getMessage()));
        }
    }
}
