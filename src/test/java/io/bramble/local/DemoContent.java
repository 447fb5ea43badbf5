package io.bramble.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Buckets and files of the demo account, made through Bramble's own API and S3 endpoint. What is there stays. */
final class DemoContent {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI console;
    private final URI s3;
    private final String token;

    DemoContent(LocalPlatform platform, String token) {
        console = platform.consoleUrl();
        s3 = platform.s3Endpoint();
        this.token = token;
    }

    private static Map<String, Map<String, byte[]>> buckets() {
        return Map.of("photos", photos(), "backups", backups(), "website", website());
    }

    void make() {
        buckets().forEach(this::bucket);
    }

    /** The sizes of the files in each bucket. */
    static Map<String, List<Integer>> sizes() {
        return buckets().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, bucket -> bucket.getValue().values().stream()
                        .map(file -> file.length)
                        .toList()));
    }

    private void bucket(String name, Map<String, byte[]> files) {
        if (taken(name)) return;
        var id = post("/api/v1/buckets", Map.of("name", name)).get("id").asString();
        await().atMost(Duration.ofSeconds(60)).until(() -> is("/api/v1/buckets/" + id, "READY"));
        var key = post("/api/v1/buckets/" + id + "/keys", Map.of("name", "laptop", "permission", "read-write"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> is("/api/v1/keys/" + key.get("id").asString(), "ACTIVE"));
        var store = MinioClient.builder()
                .endpoint(s3.toString())
                .region("us-east-1")
                .credentials(
                        key.get("accessKeyId").asString(),
                        key.get("secretAccessKey").asString())
                .build();
        files.forEach((path, bytes) -> put(store, name, path, bytes));
    }

    private boolean taken(String name) {
        for (var bucket : get("/api/v1/buckets").get("items"))
            if (bucket.get("name").asString().equals(name)) return true;
        return false;
    }

    private boolean is(String path, String state) {
        return get(path).get("state").asString().equals(state);
    }

    private static void put(MinioClient store, String bucket, String path, byte[] bytes) {
        try {
            store.putObject(PutObjectArgs.builder().bucket(bucket).object(path).stream(
                            new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                    .contentType(type(path))
                    .build());
        } catch (Exception failed) {
            throw new IllegalStateException("Could not store " + path, failed);
        }
    }

    private static String type(String path) {
        return path.endsWith(".png")
                ? "image/png"
                : path.endsWith(".html") ? "text/html" : path.endsWith(".csv") ? "text/csv" : "text/plain";
    }

    private static Map<String, byte[]> photos() {
        var files = IntStream.range(1, 25)
                .boxed()
                .collect(Collectors.toMap("2026/may/IMG_%04d.png"::formatted, DemoContent::picture));
        files.putAll(IntStream.range(25, 31)
                .boxed()
                .collect(Collectors.toMap("2026/june/IMG_%04d.png"::formatted, DemoContent::picture)));
        IntStream.range(31, 37).forEach(number -> files.put("hedge-%02d.png".formatted(number - 30), picture(number)));
        files.put("prints/order.txt", "Twelve of each, matte.\n".getBytes(UTF_8));
        files.put("README.txt", "Pictures of a garden, a folder a month.\n".getBytes(UTF_8));
        return files;
    }

    private static Map<String, byte[]> backups() {
        return IntStream.rangeClosed(1, 14)
                .boxed()
                .collect(Collectors.toMap(
                        "laptop/2026-11-%02d.tar"::formatted, day -> new byte[600_000 + day * 20_000]));
    }

    private static Map<String, byte[]> website() {
        return Map.of(
                "index.html", "<!doctype html><title>Demo</title><h1>Hello from a bucket</h1>\n".getBytes(UTF_8),
                "data/visitors.csv", "day,visitors\n2026-11-01,120\n2026-11-02,95\n".getBytes(UTF_8));
    }

    private static byte[] picture(int number) {
        var image = new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setPaint(new GradientPaint(
                0,
                0,
                Color.getHSBColor(number / 30f, 0.5f, 0.9f),
                480,
                320,
                Color.getHSBColor(number / 17f, 0.7f, 0.4f)));
        canvas.fillRect(0, 0, 480, 320);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(console.resolve(path)), List.of(200));
    }

    private JsonNode post(String path, Map<String, ?> body) {
        var text = JSON.writeValueAsString(body);
        return send(
                HttpRequest.newBuilder(console.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text)),
                List.of(201, 202));
    }

    private JsonNode send(HttpRequest.Builder request, List<Integer> expected) {
        try {
            var answer = http.send(
                    request.header("Authorization", "Bearer " + token)
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofString());
            if (!expected.contains(answer.statusCode()))
                throw new Problem(
                        "Making the demo: " + answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new Problem("Making the demo: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem("Stopped while making the demo");
        }
    }
}
