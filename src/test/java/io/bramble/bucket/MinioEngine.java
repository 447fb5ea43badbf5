package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.provisioning.Engines;
import io.bramble.provisioning.ExternalEngines;
import io.bramble.provisioning.NewEngine;
import io.bramble.storage.BucketSettings;
import io.bramble.storage.MinioServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real MinIO server that takes all new buckets of a test. */
@TestComponent
public class MinioEngine {
    private final ExternalEngines external;
    private final Engines engines;
    private final JdbcClient jdbc;

    MinioEngine(ExternalEngines external, Engines engines, JdbcClient jdbc) {
        this.external = external;
        this.engines = engines;
        this.jdbc = jdbc;
    }

    public Running start(Path folder) throws IOException {
        return take(MinioServer.start(folder));
    }

    /** One that can tell a listener of events. */
    public Running startTelling(Path folder, URI listener) throws IOException {
        return take(MinioServer.startTelling(folder, listener));
    }

    private Running take(MinioServer server) {
        var root = server.root();
        var id = external.add(
                Customers.OPERATOR,
                new NewEngine("rack", server.endpoint().toString(), "", "", root.accessKeyId(), root.secretKey()));
        engines.list(Customers.OPERATOR).stream()
                .filter(engine -> !engine.id().equals(id))
                .forEach(engine -> external.takesNew(Customers.OPERATOR, engine.id(), false));
        assertThat(engines.place(null)).isEqualTo(id);
        return new Running(id, server, jdbc);
    }

    /** Until it is closed; other tests of the same context find what they know. */
    public record Running(UUID id, MinioServer server, JdbcClient jdbc) implements AutoCloseable {
        /** As the server itself tells, behind Bramble's back. */
        public BucketSettings settings(BucketView bucket) {
            return server.admin().settings(bucket.name());
        }

        @Override
        public void close() {
            jdbc.sql("update engine set desired = 'STOPPED' where id = ?")
                    .param(id)
                    .update();
            jdbc.sql("update storage_cluster set name = id::text where driver = 'EXTERNAL'")
                    .update();
            jdbc.sql("update engine set takes_new = true").update();
            server.close();
        }
    }
}
