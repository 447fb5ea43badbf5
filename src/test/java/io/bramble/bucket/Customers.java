package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.People;
import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.account.Operator;
import io.bramble.account.Standing;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.Permission;
import io.bramble.storage.StoreAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** People with accounts, and the programs they use: what tests are told with. */
@TestComponent
public class Customers {
    static final Operator OPERATOR = new Operator("op@example.org", Set.of("operator"));
    /** A program tries what it likes; the engine has to refuse. */
    private static final Capabilities EVERYTHING = new Capabilities(EnumSet.allOf(Capability.class));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final People people;
    private final Accounts accounts;
    private final Namespaces namespaces;
    private final Buckets buckets;
    private final AccessKeys keys;

    Customers(People people, Accounts accounts, Namespaces namespaces, Buckets buckets, AccessKeys keys) {
        this.people = people;
        this.accounts = accounts;
        this.namespaces = namespaces;
        this.buckets = buckets;
        this.keys = keys;
    }

    /** Somebody new, with an account and a namespace of their own. */
    public Membership arrive(String name) {
        return people.arrive(name);
    }

    public UUID namespaceOf(Membership member) {
        return namespaces.list(member).getFirst().id();
    }

    public String namespaceName(Membership member) {
        return namespaces.list(member).getFirst().name();
    }

    /** A bucket name nobody else has. */
    public String unique(String name) {
        return name + "-" + NUMBER.incrementAndGet();
    }

    public BucketView create(Membership member, String name) {
        var creation = buckets.create(member, namespaceOf(member), name);
        assertThat(creation).isInstanceOf(Creation.Accepted.class);
        return ((Creation.Accepted) creation).bucket();
    }

    public BucketView ready(Membership member, String name) {
        var bucket = create(member, unique(name));
        awaitState(member, bucket.id(), BucketState.READY);
        return buckets.get(member, bucket.id());
    }

    public void awaitState(Membership member, UUID bucketId, BucketState state) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(buckets.get(member, bucketId).state())
                        .as(() -> "problem: " + buckets.get(member, bucketId).problem())
                        .isEqualTo(state));
    }

    /** A program with a new key of that bucket, which works already. */
    public Program program(Membership member, BucketView bucket, NewKey wish) {
        var issued = keys.issue(member, bucket.id(), wish);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> keys.get(member, issued.key().id()).state() == KeyState.ACTIVE);
        return program(bucket, issued);
    }

    /** A program with a key that works, or does not yet. */
    Program program(BucketView bucket, IssuedKey issued) {
        var endpoint = URI.create(bucket.endpoint());
        var store = ObjectStores.open(
                new StoreAddress(endpoint, endpoint, bucket.region(), EVERYTHING),
                new Credentials(issued.key().accessKeyId(), issued.secret()));
        return new Program(issued.key().id(), bucket.name(), store);
    }

    public Program program(Membership member, BucketView bucket) {
        return program(member, bucket, new NewKey("program", Permission.READ_WRITE, "", null));
    }

    public void standing(Membership member, Standing standing) {
        accounts.standing(OPERATOR, member.accountId(), standing, "a test");
    }

    /** What a customer's own program does with its key. */
    public record Program(UUID keyId, String bucket, ObjectStore store) {
        public void put(String key, String text) {
            store.put(bucket, key, text.getBytes(UTF_8), "text/plain");
        }

        public String get(String key) {
            return new String(store.get(bucket, key, 1 << 20), UTF_8);
        }
    }
}
