package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.Credentials;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.StoreException.Refused;
import io.bramble.storage.StoreException.StoreUnavailable;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to {@code /minio/admin/v3/}, made as root. What carries secrets is sealed with root's own. */
final class AdminCalls {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PREFIX = "/minio/admin/v3/";
    private static final byte[] NOTHING = new byte[0];

    private final URI endpoint;
    private final String region;
    private final Credentials root;
    private final Clock clock;

    AdminCalls(URI endpoint, String region, Credentials root, Clock clock) {
        this.endpoint = endpoint;
        this.region = region;
        this.root = root;
        this.clock = clock;
    }

    JsonNode get(String operation, Map<String, String> query) {
        return parse(send("GET", operation, query, NOTHING));
    }

    JsonNode getSealed(String operation, Map<String, String> query) {
        return parse(Sealed.open(send("GET", operation, query, NOTHING), root.secretKey()));
    }

    void send(String method, String operation, Map<String, String> query) {
        send(method, operation, query, NOTHING);
    }

    void put(String operation, Map<String, String> query, Object body) {
        send("PUT", operation, query, JSON.writeValueAsBytes(body));
    }

    void sendSealed(String method, String operation, Map<String, String> query, Object body) {
        send(method, operation, query, Sealed.seal(JSON.writeValueAsBytes(body), root.secretKey()));
    }

    private byte[] send(String method, String operation, Map<String, String> query, byte[] body) {
        var signature = new Signature(root, region, clock.instant(), Duration.ZERO);
        var request = signature.request(method, endpoint, PREFIX + operation, query, body);
        return checked(Calls.send(request.timeout(Calls.ADMIN).build(), Calls.ADMIN));
    }

    static byte[] checked(HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= 300) {
            throw refusal(answer.statusCode(), error(answer.body()));
        }
        return answer.body();
    }

    private static StoreException refusal(int status, @Nullable JsonNode error) {
        var code = error == null ? "" : error.path("Code").asString("");
        var message = error == null ? "HTTP " + status : error.path("Message").asString("");
        if (code.equals("RequestTimeTooSkewed")) {
            return new Refused(code, "The engine's clock and this machine's differ too much.", null);
        }
        if (status == 401 || status == 403) {
            return new AccessDenied(message);
        }
        return status >= 500 ? new StoreUnavailable(message, null) : new Refused(code, message, null);
    }

    /** Null where something else than the engine answered, as a proxy does. */
    private static @Nullable JsonNode error(byte[] body) {
        try {
            var error = JSON.readTree(body);
            return error.isObject() ? error : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static JsonNode parse(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException e) {
            var begin = new String(answer, 0, Math.min(answer.length, 40), UTF_8);
            throw new Refused("Unreadable", "The engine answered no JSON but: " + begin, e);
        }
    }
}
