package io.bramble.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a program with one token uses it. */
record Api(URI url, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    record Answer(int status, JsonNode body) {
        JsonNode expect(int expected) {
            assertThat(status).as(body::toString).isEqualTo(expected);
            return body;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body, String... headers) {
        var request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) request.headers(headers);
        return send(request.POST(BodyPublishers.ofString(json(body))));
    }

    Answer put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json(body))));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Asks for a bucket and waits until it is ready. */
    JsonNode readyBucket(String name) {
        var asked = post("/buckets", Map.of("name", name)).expect(202);
        return awaitState(asked, "READY");
    }

    JsonNode awaitState(JsonNode bucket, String state) {
        return await("bucket " + bucket.get("name") + " becomes " + state)
                .atMost(PATIENCE)
                .until(
                        () -> get("/buckets/" + id(bucket)).expect(200),
                        now -> now.get("state").asString().equals(state));
    }

    Key key(JsonNode bucket, String permission) {
        return key(bucket, permission, Map.of());
    }

    /** A key of the bucket that works already. */
    Key key(JsonNode bucket, String permission, Map<String, String> wishes) {
        var wish = new HashMap<String, Object>(Map.of("name", "journey", "permission", permission));
        wish.putAll(wishes);
        var issued = post("/buckets/" + id(bucket) + "/keys", wish).expect(201);
        var key = Key.of(bucket, issued);
        await("the key is active").atMost(PATIENCE).until(() -> get("/keys/" + key.id())
                .expect(200)
                .get("state")
                .asString()
                .equals("ACTIVE"));
        return key;
    }

    void revoke(Key key) {
        delete("/keys/" + key.id()).expect(204);
    }

    static String id(JsonNode resource) {
        return resource.get("id").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
