package io.bramble.storage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** HTTP as a browser or a script sends it, with nothing but the URL to go by. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static HttpResponse<byte[]> get(URI uri, String... headers) throws IOException, InterruptedException {
        return send("GET", uri, new byte[0], headers);
    }

    /** What a browser asks before it lets a page of that origin call. */
    static HttpResponse<byte[]> preflight(URI uri, String origin, String method, String headers)
            throws IOException, InterruptedException {
        return send(
                "OPTIONS",
                uri,
                new byte[0],
                "Origin",
                origin,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                headers);
    }

    static HttpResponse<byte[]> send(String method, URI uri, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var publisher =
                body.length == 0 && !method.equals("PUT") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(uri).method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
