package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.Credentials;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.Permission;
import io.bramble.storage.ScopedKey;
import io.bramble.storage.StoreAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An engine may hold buckets that Bramble knows nothing of. */
@DrivenTest
class ForeignBucketTest {
    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Autowired
    Workbench bench;

    @BeforeEach
    @AfterEach
    void begin() {
        bench.begin();
    }

    @Test
    void a_bucket_that_bramble_did_not_make_is_not_taken_over_nor_purged() {
        var name = customers.unique("photos");
        var key = new ScopedKey(Credentials.random(), name, Permission.READ_WRITE, "", null);
        bench.engine().ensureBucket(name, "somebody else");
        bench.engine().ensureKey(key);
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, name);
        bench.worker().work();

        var failed = buckets.get(ann, bucket.id());
        assertThat(failed.state()).isEqualTo(BucketState.FAILED);
        assertThat(failed.problem()).contains("did not make").contains("another name");

        buckets.delete(ann, bucket.id(), name);
        bench.worker().work();
        bench.clock().advance(Buckets.UNDO);
        bench.worker().work();

        assertThatThrownBy(() -> buckets.get(ann, bucket.id())).isInstanceOf(BucketNotFound.class);
        assertThat(bench.engine().owner(name)).hasValue("somebody else");
        assertThat(bench.engine().keys(name)).extracting(KeyInfo::accessKeyId).containsExactly(key.id());
        var endpoint = URI.create(bucket.endpoint());
        ObjectStores.open(new StoreAddress(endpoint, endpoint, bucket.region()), key.credentials())
                .put(name, "theirs", new byte[] {1}, "text/plain");
    }
}
