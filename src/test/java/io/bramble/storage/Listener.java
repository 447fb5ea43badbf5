package io.bramble.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** Somebody whom an engine tells of events. */
public final class Listener implements AutoCloseable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public Listener() throws IOException {
        server.createContext("/", this::hear);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
    }

    /** Each as {@code s3:ObjectCreated:Put photos a/b.jpg}, in the order they came. */
    public List<String> heard(String bucket) {
        return heard.stream()
                .filter(event -> event.contains(" " + bucket + " "))
                .toList();
    }

    /** Servers also look whether anybody is there, without a word. */
    private void hear(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (body.length > 0)
            for (var event : JsonMapper.shared().readTree(body).path("Records").values()) {
                var about = event.path("s3");
                var key = about.path("object").path("key").asString("");
                heard.add(event.path("eventName").asString("") + " "
                        + about.path("bucket").path("name").asString("") + " "
                        + URLDecoder.decode(key, StandardCharsets.UTF_8));
            }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
