package io.bramble.storage;

import io.bramble.storage.s3proxy.S3ProxyEngine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** An engine inside this process: S3 on a port of its own, objects in a folder. */
public interface EmbeddedEngine extends AutoCloseable {
    /**
     * Where and how it runs.
     *
     * @param directory holds objects, keys and identity; made if absent, used by one engine at a time
     * @param host the address to listen on
     * @param port 0 takes a free one
     * @param region signed into requests
     * @param corsOrigins whose pages may call it, as {@code http://localhost:8080}
     */
    record Settings(Path directory, String host, int port, String region, List<String> corsOrigins) {
        public Settings {
            corsOrigins = List.copyOf(corsOrigins);
        }
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param cipher seals the keys' secrets before they are written to the folder
     * @throws PortInUse if another process listens there
     * @throws StoreException.StoreUnavailable if another process uses the folder, or it cannot be written
     */
    static EmbeddedEngine start(Settings settings, SecretCipher cipher, Clock clock) {
        return S3ProxyEngine.start(settings, cipher, clock);
    }

    /** Where it listens, with the port in use. */
    URI endpoint();

    StoreAdmin admin();

    /** Answers what is under way, writes the traffic counters down, lets go of port and folder. */
    @Override
    void close();
}
