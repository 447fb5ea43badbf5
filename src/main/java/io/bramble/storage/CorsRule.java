package io.bramble.storage;

import java.util.List;

/**
 * Which web pages may call a bucket.
 *
 * @param origins as {@code https://example.org}; {@code *} for any
 * @param methods of GET, PUT, POST, DELETE, HEAD
 * @param allowedHeaders what they may send
 * @param exposedHeaders what they may read of an answer
 * @param maxAgeSeconds how long a browser may remember this
 */
public record CorsRule(
        List<String> origins,
        List<String> methods,
        List<String> allowedHeaders,
        List<String> exposedHeaders,
        int maxAgeSeconds) {
    public CorsRule {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        allowedHeaders = List.copyOf(allowedHeaders);
        exposedHeaders = List.copyOf(exposedHeaders);
    }
}
