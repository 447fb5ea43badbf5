package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.SecretKey;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.StoreException.StoreUnavailable;
import io.bramble.storage.StoredObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that refuses a part, and then goes away. */
class CopiesTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", CopiesTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "HEAD" -> exchange.sendResponseHeaders(200, -1);
                case "POST" -> {
                    var begun = "<InitiateMultipartUploadResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                            + "<Bucket>b</Bucket><Key>to</Key><UploadId>u</UploadId></InitiateMultipartUploadResult>";
                    exchange.sendResponseHeaders(200, begun.length());
                    exchange.getResponseBody().write(begun.getBytes(UTF_8));
                }
                case "PUT" -> exchange.sendResponseHeaders(403, -1);
                default -> exchange.sendResponseHeaders(503, -1);
            }
        }
    }

    @Test
    void why_a_copy_in_parts_failed_is_told_although_it_cannot_be_given_up_either() {
        var endpoint = URI.create("http://localhost:" + server.getAddress().getPort());
        var address =
                new StoreAddress(endpoint, endpoint, "us-east-1", new Capabilities(EnumSet.noneOf(Capability.class)));
        var large = new StoredObject("from", 6 << 20, Instant.EPOCH, "etag", "text/plain");
        var why = catchThrowable(() -> CopiesInParts.make(
                address,
                new Credentials("key", SecretKey.of("secret")),
                new ObjectCopy("b", large, "b", "to", false, null)));
        assertThat(why).isInstanceOf(AccessDenied.class);
        assertThat(why.getSuppressed())
                .hasOnlyElementsOfType(StoreUnavailable.class)
                .hasSize(1);
    }
}
