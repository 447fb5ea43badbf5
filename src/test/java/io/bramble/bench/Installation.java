package io.bramble.bench;

import io.bramble.Application;
import io.bramble.account.Accounts;
import io.bramble.account.Identity;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Creation;
import io.bramble.bucket.Namespaces;
import io.bramble.local.TestPlatform;
import io.bramble.storage.AdminAddress;
import io.bramble.storage.MinioDrive;
import io.bramble.storage.MinioServer;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreAdmin;
import io.bramble.storage.StoreAdmins;
import io.minio.MinioClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Bramble in this process, on a PostgreSQL and a MinIO server that nothing else uses. */
final class Installation implements AutoCloseable {
    private static final String REGION = "us-east-1";

    private final Path folder;
    private final MinioServer minio;
    private final ConfigurableApplicationContext bramble;
    private final StoreAdmin admin;

    private Installation(Path folder) throws IOException {
        this.folder = folder;
        minio = MinioServer.start(folder);
        admin = StoreAdmins.minio(
                new AdminAddress(minio.endpoint(), REGION, List.of()), minio.root(), Clock.systemUTC());
        bramble = new SpringApplicationBuilder(Application.class, TestPlatform.class)
                .run( // as arguments: a builder's properties are overruled by application.yaml
                        "--server.port=0",
                        "--bramble.keycloak.client-secret=bench",
                        "--bramble.secrets.keyset=" + TestPlatform.keysetFile(),
                        "--bramble.engine.embedded.enabled=false",
                        "--bramble.engine.external.name=bench",
                        "--bramble.engine.external.endpoint=" + minio.endpoint(),
                        "--bramble.engine.external.root-user=" + minio.root().accessKeyId(),
                        "--bramble.engine.external.root-secret="
                                + minio.root().secretKey().reveal(),
                        "--vaadin.productionMode=true",
                        "--logging.level.root=WARN");
    }

    static Installation start() throws IOException {
        return new Installation(Files.createTempDirectory(Path.of("target"), "bench-"));
    }

    <T> T bean(Class<T> type) {
        return bramble.getBean(type);
    }

    StoreAdmin admin() {
        return admin;
    }

    StoreAddress address() {
        return new StoreAddress(minio.endpoint(), minio.endpoint(), REGION, admin.capabilities());
    }

    ObjectStore rootStore() {
        return ObjectStores.open(address(), minio.root());
    }

    MinioDrive drive() {
        return minio.drive();
    }

    /** The peer. */
    MinioClient client() {
        return MinioClient.builder()
                .endpoint(minio.endpoint().toString())
                .region(REGION)
                .credentials(
                        minio.root().accessKeyId(), minio.root().secretKey().reveal())
                .build();
    }

    Membership newCustomer() {
        var subject = UUID.randomUUID().toString();
        return bean(Accounts.class).arrive(new Identity(subject, subject.substring(0, 13) + "@example.org", "Bench"));
    }

    BucketView readyBucket(Membership acting) throws InterruptedException {
        var namespace = bean(Namespaces.class).list(acting).getFirst();
        var buckets = bean(Buckets.class);
        var name = "bench-" + UUID.randomUUID().toString().substring(0, 13);
        var made = (Creation.Accepted) buckets.create(acting, namespace.id(), name);
        while (buckets.get(acting, made.bucket().id()).state() != BucketState.READY) Thread.sleep(20);
        return buckets.get(acting, made.bucket().id());
    }

    @Override
    public void close() throws IOException {
        bramble.close();
        minio.close();
        FileSystemUtils.deleteRecursively(folder); // a million objects take 4 GiB, however short they are
    }
}
