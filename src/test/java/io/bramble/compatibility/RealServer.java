package io.bramble.compatibility;

import io.bramble.account.Operator;
import io.bramble.provisioning.Engines;
import io.bramble.provisioning.ExternalEngines;
import io.bramble.provisioning.NewEngine;
import io.bramble.storage.MinioServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A MinIO server that an operator added: from then on it takes all new namespaces. */
@TestComponent
class RealServer implements AutoCloseable {
    private static final Operator OPERATOR = new Operator("op@example.org", Set.of("operator"));

    private final Engines engines;
    private final ExternalEngines external;
    private @Nullable MinioServer running;

    RealServer(Engines engines, ExternalEngines external) {
        this.engines = engines;
        this.external = external;
    }

    boolean isHere() {
        return System.getenv(MinioServer.EXECUTABLE) != null;
    }

    void start(Path folder) throws IOException {
        var others = engines.list(OPERATOR);
        var minio = MinioServer.start(folder);
        running = minio;
        var root = minio.root();
        external.add(
                OPERATOR,
                new NewEngine("real", minio.endpoint().toString(), "", "", root.accessKeyId(), root.secretKey()));
        others.forEach(engine -> external.takesNew(OPERATOR, engine.id(), false));
    }

    @Override
    public void close() {
        if (running != null) running.close();
    }
}
