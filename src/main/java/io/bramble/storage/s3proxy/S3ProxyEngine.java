package io.bramble.storage.s3proxy;

import io.bramble.storage.CorsRule;
import io.bramble.storage.Credentials;
import io.bramble.storage.EmbeddedEngine;
import io.bramble.storage.PortInUse;
import io.bramble.storage.SecretCipher;
import io.bramble.storage.StoreAdmin;
import io.bramble.storage.StoreException.StoreUnavailable;
import io.bramble.storage.embedded.EmbeddedAdmin;
import io.bramble.storage.embedded.EngineFolder;
import io.bramble.storage.embedded.Identities;
import io.bramble.storage.embedded.TrafficCounters;
import io.bramble.storage.s3proxy.awssdk.DeniedBlobStore;
import io.bramble.storage.s3proxy.awssdk.EmbeddedServices;
import io.bramble.storage.s3proxy.awssdk.KeyRequest;
import io.bramble.storage.s3proxy.awssdk.ScopedBlobStore;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** S3Proxy over a folder. */
public final class S3ProxyEngine implements EmbeddedEngine {
    private static final Logger LOG = LoggerFactory.getLogger(S3ProxyEngine.class);
    private static final long STOP_TIMEOUT_MILLIS = 5_000;
    private static final int MAX_THREADS = 100;
    /** What a request signed over its body may have S3Proxy keep in memory; presigned and chunked ones stream. */
    private static final long MAX_SIGNED_BODY_BYTES = 64L << 20;

    private final Settings settings;
    private final EngineFolder folder;
    private final TrafficCounters traffic;
    private final EmbeddedAdmin admin;
    private final S3Proxy proxy;
    private final CorsRule console;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-engine").factory());

    /** The traffic is read last: reading takes it from the folder. */
    private S3ProxyEngine(Settings settings, EngineFolder folder, SecretCipher cipher, Clock clock) throws IOException {
        this.settings = settings;
        this.folder = folder;
        var identities = Identities.open(folder, cipher);
        this.traffic = TrafficCounters.open(folder, clock);
        this.admin = new EmbeddedAdmin(folder, identities, traffic, clock);
        this.proxy = proxy(settings);
        this.console = new CorsRule(
                settings.corsOrigins(),
                List.of("GET", "PUT", "HEAD", "POST", "DELETE"),
                List.of("*"),
                List.of("ETag", "Content-Range", "x-amz-checksum-crc32", "x-amz-version-id", "x-amz-request-id"),
                0);
        var services = new EmbeddedServices(folder, identities, traffic, clock);
        PageDoor.hang(proxy, this::rules);
        proxy.setBlobStoreLocator((accessKeyId, bucket, key) -> locate(services, accessKeyId));
    }

    public static S3ProxyEngine start(Settings settings, SecretCipher cipher, Clock clock) {
        try {
            var folder = EngineFolder.open(settings.directory(), clock);
            try {
                var engine = new S3ProxyEngine(settings, folder, cipher, clock);
                engine.listen();
                return engine;
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreUnavailable("The engine's folder " + settings.directory() + " cannot be used.", e);
        }
    }

    private void listen() {
        try {
            proxy.start();
        } catch (Exception e) {
            close();
            throw isBind(e) ? new PortInUse(settings.port(), e) : new StoreUnavailable("S3Proxy did not start.", e);
        }
        var _ = housekeeping.scheduleWithFixedDelay(this::tidy, 0, 1, TimeUnit.HOURS);
    }

    private static boolean isBind(@Nullable Throwable problem) {
        return problem != null && (problem instanceof BindException || isBind(problem.getCause()));
    }

    /** An exception let out of here would end the schedule. */
    private void tidy() {
        try {
            folder.tidy();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The embedded engine's folder could not be tidied; tried again in an hour", e);
        }
    }

    private static @Nullable AccessGrant locate(EmbeddedServices services, @Nullable String accessKeyId) {
        var found = services.identities().find(accessKeyId);
        if (accessKeyId == null || found == null) {
            return null;
        }
        var request = new KeyRequest(services, accessKeyId, found.grant().bucket());
        return new AccessGrant(found.secret().reveal(), new ScopedBlobStore(request));
    }

    /** The credentials named here open nothing: the locator decides. */
    private static S3Proxy proxy(Settings settings) {
        var unused = Credentials.random();
        return S3Proxy.builder()
                .endpoint(URI.create("http://" + settings.host() + ":" + settings.port()))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, // boto3 and aws presign in version 2
                        unused.accessKeyId(),
                        unused.secretKey().reveal())
                .blobStore(new DeniedBlobStore())
                .v4MaxNonChunkedRequestSize(MAX_SIGNED_BODY_BYTES)
                .jettyMaxThreads(MAX_THREADS)
                .stopTimeout(STOP_TIMEOUT_MILLIS)
                .build();
    }

    /** The console's own comes first, also for buckets that are not there; the signature decides on any header. */
    private List<CorsRule> rules(String bucket) {
        var owners = folder.find(bucket).map(found -> found.rules().cors()).orElse(List.of());
        return Stream.concat(Stream.of(console), owners.stream()).toList();
    }

    @Override
    public URI endpoint() {
        return URI.create("http://" + settings.host() + ":" + proxy.getPort());
    }

    @Override
    public StoreAdmin admin() {
        return admin;
    }

    @Override
    public void close() {
        housekeeping.shutdownNow();
        try {
            proxy.stop();
        } catch (Exception e) {
            LOG.warn("The embedded engine's door did not close in order", e);
        }
        try {
            traffic.writeDown();
            folder.close();
        } catch (IOException e) {
            throw new StoreUnavailable("The engine's folder could not be left in order.", e);
        }
    }
}
