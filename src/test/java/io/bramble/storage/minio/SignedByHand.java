package io.bramble.storage.minio;

import io.bramble.storage.Credentials;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Any request at all, signed by a key: what a client writes who means no good. */
public final class SignedByHand {
    private SignedByHand() {}

    /** @param path as it is sent, whatever stands in it */
    public static URI url(String method, URI endpoint, String path, Map<String, String> query, Credentials key) {
        return new Signature(key, "us-east-1", Instant.now(), Duration.ofMinutes(5))
                .sign(method, endpoint, path, query, Map.of());
    }
}
