package io.bramble.security.keycloak;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's admin REST, as far as Bramble needs it. Paths are below {@code /admin/realms}. */
public final class KeycloakAdmin implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TOKEN_USE = Duration.ofSeconds(30); // of the 60 that Keycloak grants

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI server;
    private final String clientId;
    private final String clientSecret;
    private @Nullable String token;
    private long tokenTime;

    /**
     * @param server Keycloak's address, without a path
     * @param clientId a client of the realm {@code master} whose service account is an administrator
     */
    public KeycloakAdmin(URI server, String clientId, String clientSecret) {
        this.server = server;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** What is there, or nothing when Keycloak knows no such thing. */
    public Optional<JsonNode> find(String path) {
        var answer = send("GET", path, null);
        return answer.statusCode() == 404
                ? Optional.empty()
                : Optional.of(JSON.readTree(accepted("GET", path, answer)));
    }

    public JsonNode get(String path) {
        return JSON.readTree(accepted("GET", path, send("GET", path, null)));
    }

    public void put(String path, JsonNode body) {
        accepted("PUT", path, send("PUT", path, body));
    }

    public void post(String path, JsonNode body) {
        accepted("POST", path, send("POST", path, body));
    }

    /** Needed after a realm was made: rights on it are in tokens issued from then on. */
    void signInAgain() {
        token = null;
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return exchange(request("/admin/realms" + path)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, content)
                .build());
    }

    private String token() {
        if (token == null || System.nanoTime() - tokenTime > TOKEN_USE.toNanos()) {
            tokenTime = System.nanoTime();
            token = signIn();
        }
        return token;
    }

    private String signIn() {
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(encode(clientId, UTF_8), encode(clientSecret, UTF_8));
        var path = "/realms/master/protocol/openid-connect/token";
        var answer = exchange(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        return JSON.readTree(accepted("POST", path, answer)).get("access_token").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException("Keycloak at " + server + " did not answer", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak", interrupted);
        }
    }

    private static String accepted(String method, String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 2) return answer.body();
        throw new KeycloakRefused(method + " " + path, answer.statusCode(), answer.body());
    }
}
