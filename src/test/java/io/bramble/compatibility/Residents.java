package io.bramble.compatibility;

import static org.awaitility.Awaitility.await;

import io.bramble.account.Membership;
import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Customers;
import io.bramble.bucket.KeyState;
import io.bramble.bucket.NewKey;
import io.bramble.journey.Key;
import io.bramble.storage.Permission;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Customers with buckets and keys, made by Bramble. */
@TestComponent
class Residents {
    private final Customers customers;
    private final AccessKeys keys;

    Residents(Customers customers, AccessKeys keys) {
        this.customers = customers;
        this.keys = keys;
    }

    Place settle(Engine engine) {
        var stranger = customers.arrive("stranger");
        var other = customers.ready(stranger, "other");
        customers.program(stranger, other).put("secret.txt", "secret");
        var customer = customers.arrive("customer");
        var bucket = customers.ready(customer, "compatibility");
        return new Place(
                engine,
                bucket.endpoint(),
                bucket.region(),
                bucket.name(),
                other.name(),
                Map.of(
                        "all", key(customer, bucket, Permission.READ_WRITE, ""),
                        "reader", key(customer, bucket, Permission.READ, ""),
                        "writer", key(customer, bucket, Permission.WRITE, ""),
                        "below", key(customer, bucket, Permission.READ_WRITE, "below/")));
    }

    private Key key(Membership customer, BucketView bucket, Permission permission, String prefix) {
        var issued = keys.issue(customer, bucket.id(), new NewKey("program", permission, prefix, null));
        var id = issued.key().id();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> keys.get(customer, id).state() == KeyState.ACTIVE);
        return new Key(
                id.toString(),
                bucket.endpoint(),
                bucket.region(),
                bucket.name(),
                issued.key().accessKeyId(),
                issued.secret().reveal());
    }
}
